import { Migration } from '@mikro-orm/migrations';

export class Migration20261123092952_moved_chats extends Migration {

  override name = 'Migration20261123092952_moved_chats';

  override up(): void | Promise<void> {
    this.addSql(`create table "moved_chat" ("platform" text not null, "account" text not null, "chat" text not null, "moved_to" text not null, "moved_at" timestamptz(3) not null, primary key ("platform", "account", "chat"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "moved_chat" cascade;`);
  }

}
