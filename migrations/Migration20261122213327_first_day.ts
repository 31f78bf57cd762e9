import { Migration } from '@mikro-orm/migrations';

export class Migration20261122213327_first_day extends Migration {

  override name = 'Migration20261122213327_first_day';

  override up(): void | Promise<void> {
    this.addSql(`create table "button" ("id" text not null, "act" text not null, "ticket_id" uuid null, "draft_id" uuid null, "message_id" uuid null, "argument" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);

    this.addSql(`create table "clock" ("id" serial primary key, "offset_ms" bigint not null);`);

    this.addSql(`insert into "clock" ("id", "offset_ms") values (1, 0);`);

    this.addSql(`create table "delivery" ("id" uuid not null, "seq" bigserial, "ticket_id" uuid null, "message_id" uuid null, "place_id" uuid null, "platform" text not null, "account" text not null, "chat" text not null, "thread" text null, "lane" text not null, "class" text not null, "rank" int not null, "act" text not null, "content" jsonb null, "person" text null, "via" text null, "of_id" uuid null, "after_id" uuid null, "reply_to" text null, "part" int not null default 0, "state" text not null, "tries" int not null default 0, "held_by" text null, "sent_chat" text null, "sent_message_id" text null, "sent_thread" text null, "fault" text null, "owed_at" timestamptz(3) not null, "tried_at" timestamptz(3) null, "settled_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "delivery_lane_rank_seq_index" on "delivery" ("lane", "rank", "seq") where state in ('pending', 'sending');`);
    this.addSql(`create index "delivery_message_id_index" on "delivery" ("message_id");`);
    this.addSql(`create index "delivery_of_id_index" on "delivery" ("of_id");`);
    this.addSql(`create index "delivery_after_id_index" on "delivery" ("after_id") where state = 'pending';`);

    this.addSql(`create table "draft" ("id" uuid not null, "person_id" uuid not null, "desk_id" text null, "purpose" text not null, "platform" text not null, "account" text not null, "chat" text not null, "body" jsonb not null, "state" text not null, "ticket_id" uuid null, "created_at" timestamptz(3) not null, "touched_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "draft_person_id_chat_index" on "draft" ("person_id", "chat") where state = 'open';`);

    this.addSql(`create table "file" ("id" uuid not null, "message_id" uuid null, "source_platform" text not null, "source_id" text not null, "name" text not null, "media_type" text not null, "size_bytes" bigint not null, "sha256" text null, "expires_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "file_message_id_index" on "file" ("message_id");`);

    this.addSql(`create table "inbox" ("id" uuid not null, "seq" bigserial, "platform" text not null, "account" text not null, "key" text not null, "natural_key" text null, "lane" text not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "received_at" timestamptz(3) not null, "state" text not null, "tries" int not null default 0, "ready_at" timestamptz(3) not null, "outcome" text null, "handled_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "inbox_lane_occurred_at_seq_index" on "inbox" ("lane", "occurred_at", "seq") where state = 'waiting';`);
    this.addSql(`alter table "inbox" add constraint "inbox_platform_account_key_unique" unique ("platform", "account", "key");`);
    this.addSql(`alter table "inbox" add constraint "inbox_platform_account_natural_key_unique" unique ("platform", "account", "natural_key");`);

    this.addSql(`create table "lane" ("lane" text not null, "held_by" text null, "parked_until" timestamptz(3) null, "tokens" double precision not null, "counted_at" timestamptz(3) not null, "faults" int not null default 0, primary key ("lane"));`);

    this.addSql(`create table "lease" ("name" text not null, "holder" text not null, "until" timestamptz(3) not null, primary key ("name"));`);

    this.addSql(`create table "message" ("id" uuid not null, "ticket_id" uuid not null, "kind" text not null, "side" text not null, "author_id" uuid not null, "text" jsonb not null, "uncarried" jsonb not null, "occurred_at" timestamptz(3) not null, "received_at" timestamptz(3) not null, "late" boolean not null, "edited_at" timestamptz(3) null, "deleted_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "message_ticket_id_occurred_at_index" on "message" ("ticket_id", "occurred_at");`);

    this.addSql(`create table "message_revision" ("message_id" uuid not null, "revision" int not null, "text" jsonb not null, "replaced_at" timestamptz(3) not null, primary key ("message_id", "revision"));`);

    this.addSql(`create table "organisation" ("id" uuid not null, "name" text not null, "plan" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);

    this.addSql(`create table "person" ("id" uuid not null, "name" text not null, "language" text null, "organisation_id" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));`);

    this.addSql(`create table "person_address" ("platform" text not null, "account" text not null, "platform_id" text not null, "person_id" uuid not null, "reachable" boolean not null default true, "seen_at" timestamptz(3) not null, primary key ("platform", "account", "platform_id"));`);
    this.addSql(`create index "person_address_person_id_index" on "person_address" ("person_id");`);

    this.addSql(`create table "place" ("id" uuid not null, "ticket_id" uuid not null, "side" text not null, "platform" text not null, "account" text not null, "chat" text not null, "thread" text null, "root_delivery_id" uuid null, "person_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "place_ticket_id_index" on "place" ("ticket_id");`);
    this.addSql(`create index "place_platform_account_chat_thread_index" on "place" ("platform", "account", "chat", "thread");`);

    this.addSql(`create table "ticket" ("id" uuid not null, "key" text not null, "desk_id" text not null, "subject" text not null, "type" text not null, "priority" text not null, "category" text null, "status" text not null, "stage" text not null, "fields" jsonb not null, "requester_id" uuid not null, "assignee_id" uuid null, "organisation_id" uuid null, "plan" text not null, "opened_at" timestamptz(3) not null, "last_message_at" timestamptz(3) null, "last_message_by" text null, "resolved_at" timestamptz(3) null, "resolution" text null, "version" int not null, primary key ("id"));`);
    this.addSql(`alter table "ticket" add constraint "ticket_key_unique" unique ("key");`);
    this.addSql(`create index "ticket_requester_id_stage_index" on "ticket" ("requester_id", "stage");`);
    this.addSql(`create index "ticket_desk_id_stage_index" on "ticket" ("desk_id", "stage");`);

    this.addSql(`create table "ticket_event" ("ticket_id" uuid not null, "sequence" int not null, "type" text not null, "body" jsonb not null, "occurred_at" timestamptz(3) not null, "received_at" timestamptz(3) not null, primary key ("ticket_id", "sequence"));`);

    this.addSql(`create table "twin" ("platform" text not null, "account" text not null, "chat" text not null, "platform_message_id" text not null, "ticket_id" uuid not null, "message_id" uuid null, "role" text not null, "delivery_id" uuid null, "content_hash" text null, "deleted_at" timestamptz(3) null, primary key ("platform", "account", "chat", "platform_message_id"));`);
    this.addSql(`create index "twin_message_id_index" on "twin" ("message_id");`);
    this.addSql(`create index "twin_delivery_id_index" on "twin" ("delivery_id");`);

    this.addSql(`alter table "delivery" add constraint "delivery_class_check" check ("class" in ('must-arrive', 'must-not-double'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper'));`);
    this.addSql(`alter table "delivery" add constraint "delivery_state_check" check ("state" in ('pending', 'sending', 'sent', 'failed', 'unknown', 'superseded'));`);

    this.addSql(`alter table "draft" add constraint "draft_purpose_check" check ("purpose" in ('form', 'picker'));`);
    this.addSql(`alter table "draft" add constraint "draft_state_check" check ("state" in ('open', 'used', 'cancelled'));`);

    this.addSql(`alter table "inbox" add constraint "inbox_state_check" check ("state" in ('waiting', 'done', 'parked'));`);

    this.addSql(`alter table "message" add constraint "message_kind_check" check ("kind" in ('message', 'note'));`);
    this.addSql(`alter table "message" add constraint "message_side_check" check ("side" in ('requester', 'agent'));`);

    this.addSql(`alter table "place" add constraint "place_side_check" check ("side" in ('requester', 'triage'));`);

    this.addSql(`alter table "ticket" add constraint "ticket_stage_check" check ("stage" in ('new', 'open', 'waiting-requester', 'waiting-other', 'resolved', 'closed'));`);
    this.addSql(`alter table "ticket" add constraint "ticket_last_message_by_check" check ("last_message_by" in ('requester', 'agent'));`);

    this.addSql(`alter table "twin" add constraint "twin_role_check" check ("role" in ('original', 'copy', 'card', 'sentence'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "button" cascade;`);
    this.addSql(`drop table if exists "clock" cascade;`);
    this.addSql(`drop table if exists "delivery" cascade;`);
    this.addSql(`drop table if exists "draft" cascade;`);
    this.addSql(`drop table if exists "file" cascade;`);
    this.addSql(`drop table if exists "inbox" cascade;`);
    this.addSql(`drop table if exists "lane" cascade;`);
    this.addSql(`drop table if exists "lease" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "message_revision" cascade;`);
    this.addSql(`drop table if exists "organisation" cascade;`);
    this.addSql(`drop table if exists "person" cascade;`);
    this.addSql(`drop table if exists "person_address" cascade;`);
    this.addSql(`drop table if exists "place" cascade;`);
    this.addSql(`drop table if exists "ticket" cascade;`);
    this.addSql(`drop table if exists "ticket_event" cascade;`);
    this.addSql(`drop table if exists "twin" cascade;`);
  }

}
