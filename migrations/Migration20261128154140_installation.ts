import { Migration } from '@mikro-orm/migrations';

export class Migration20261128154140_installation extends Migration {

  override name = 'Migration20261128154140_installation';

  override up(): void | Promise<void> {
    this.addSql(`create table "installation" ("id" serial primary key, "system" text not null, "database" text not null, "paused_at" timestamptz(3) null);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "installation" cascade;`);
  }

}
