import { Migration } from '@mikro-orm/migrations';

export class Migration20261123083738_organisations extends Migration {

  override name = 'Migration20261123083738_organisations';

  override up(): void | Promise<void> {
    this.addSql(`create table "email_claim" ("id" uuid not null, "desk_id" text not null, "person_id" uuid not null, "email" text not null, "claimed_at" timestamptz(3) not null, "asked" uuid not null, "decided_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "email_claim_person_id_desk_id_index" on "email_claim" ("person_id", "desk_id");`);

    this.addSql(`create table "invitation" ("id" uuid not null, "organisation_id" uuid not null, "code_hash" text not null, "by_id" uuid not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "most_uses" int not null, "uses" int not null default 0, "revoked_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "invitation_organisation_id_index" on "invitation" ("organisation_id");`);
    this.addSql(`alter table "invitation" add constraint "invitation_code_hash_unique" unique ("code_hash");`);

    this.addSql(`create table "organisation_member" ("person_id" uuid not null, "desk_id" text not null, "organisation_id" uuid not null, "via" text not null, "value" text null, "since" timestamptz(3) not null, primary key ("person_id", "desk_id"));`);
    this.addSql(`create index "organisation_member_organisation_id_index" on "organisation_member" ("organisation_id");`);

    this.addSql(`create table "organisation_rule" ("desk_id" text not null, "kind" text not null, "value" text not null, "organisation_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("desk_id", "kind", "value"));`);
    this.addSql(`create index "organisation_rule_organisation_id_index" on "organisation_rule" ("organisation_id");`);

    this.addSql(`create table "organisation_wait" ("inbox_id" uuid not null, "desk_id" text not null, "person_id" uuid not null, "since" timestamptz(3) not null, primary key ("inbox_id"));`);
    this.addSql(`create index "organisation_wait_person_id_desk_id_index" on "organisation_wait" ("person_id", "desk_id");`);

    this.addSql(`alter table "inbox" add "admitted_at" timestamptz(3) null;`);

    this.addSql(`alter table "organisation" add "desk_id" text not null, add "name_key" text not null, add "removed_at" timestamptz(3) null;`);
    this.addSql(`alter table "organisation" add constraint "organisation_desk_id_name_key_unique" unique ("desk_id", "name_key");`);

    this.addSql(`alter table "person" drop column "organisation_id";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "email_claim" cascade;`);
    this.addSql(`drop table if exists "invitation" cascade;`);
    this.addSql(`drop table if exists "organisation_member" cascade;`);
    this.addSql(`drop table if exists "organisation_rule" cascade;`);
    this.addSql(`drop table if exists "organisation_wait" cascade;`);

    this.addSql(`alter table "inbox" drop column "admitted_at";`);

    this.addSql(`alter table "organisation" drop constraint "organisation_desk_id_name_key_unique";`);
    this.addSql(`alter table "organisation" drop column "desk_id", drop column "name_key", drop column "removed_at";`);

    this.addSql(`alter table "person" add "organisation_id" uuid null;`);
  }

}
