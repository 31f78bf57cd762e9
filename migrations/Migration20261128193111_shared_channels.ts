import { Migration } from '@mikro-orm/migrations';

export class Migration20261128193111_shared_channels extends Migration {

  override name = 'Migration20261128193111_shared_channels';

  override up(): void | Promise<void> {
    this.addSql(`create table "shared_channel" ("platform" text not null, "chat" text not null, "shared" boolean not null, "asked_at" timestamptz(3) not null, primary key ("platform", "chat"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "shared_channel" cascade;`);
  }

}
