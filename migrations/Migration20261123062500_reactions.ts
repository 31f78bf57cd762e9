import { Migration } from '@mikro-orm/migrations';

export class Migration20261123062500_reactions extends Migration {

  override name = 'Migration20261123062500_reactions';

  override up(): void | Promise<void> {
    this.addSql(`create table "reaction" ("message_id" uuid not null, "person_id" uuid not null, "platform" text not null, "account" text not null, "chat" text not null, "sign" text not null, "reacted_at" timestamptz(3) not null, primary key ("message_id", "person_id", "platform", "account", "chat", "sign"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "reaction";`);
  }

}
