import { Migration } from '@mikro-orm/migrations';

export class Migration20261123012922_digests extends Migration {

  override name = 'Migration20261123012922_digests';

  override up(): void | Promise<void> {
    this.addSql(`create table "digest_channel" ("platform" text not null, "account" text not null, "chat" text not null, "told_at" timestamptz(3) null, "waits_since" timestamptz(3) null, primary key ("platform", "account", "chat"));`);
    this.addSql(`create index "digest_channel_waits_since_index" on "digest_channel" ("waits_since") where waits_since is not null;`);

    this.addSql(`create table "digest_line" ("id" uuid not null, "platform" text not null, "account" text not null, "chat" text not null, "ticket_id" uuid not null, "body" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "digest_line_platform_account_chat_index" on "digest_line" ("platform", "account", "chat");`);

    this.addSql(`create table "quiet_hours" ("person_id" uuid not null, "from_minute" int not null, "to_minute" int not null, "zone" text not null, primary key ("person_id"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "digest_channel" cascade;`);
    this.addSql(`drop table if exists "digest_line" cascade;`);
    this.addSql(`drop table if exists "quiet_hours" cascade;`);
  }

}
