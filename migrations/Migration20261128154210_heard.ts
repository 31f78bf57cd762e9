import { Migration } from '@mikro-orm/migrations';

export class Migration20261128154210_heard extends Migration {

  override name = 'Migration20261128154210_heard';

  override up(): void | Promise<void> {
    this.addSql(`create table "heard" ("platform" text not null, "account" text not null, "until" timestamptz(3) not null, primary key ("platform", "account"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "heard" cascade;`);
  }

}
