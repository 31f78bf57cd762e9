import { Migration } from '@mikro-orm/migrations';

export class Migration20261122223149_agents_acts extends Migration {

  override name = 'Migration20261122223149_agents_acts';

  override up(): void | Promise<void> {
    this.addSql(`create table "block" ("person_id" uuid not null, "desk_id" text not null, "by_id" uuid not null, "since" timestamptz(3) not null, "told_at" timestamptz(3) null, primary key ("person_id", "desk_id"));`);

    this.addSql(`create table "limit_notice" ("person_id" uuid not null, "told_at" timestamptz(3) not null, primary key ("person_id"));`);

    this.addSql(`create table "rota" ("desk_id" text not null, "person_id" uuid not null, "last_at" timestamptz(3) not null, primary key ("desk_id", "person_id"));`);

    this.addSql(`create index "message_author_id_received_at_index" on "message" ("author_id", "received_at");`);

    this.addSql(`alter table "place" add "open" boolean not null default true;`);

    this.addSql(`alter table "ticket" add "triage" jsonb null, add "snoozed_until" timestamptz(3) null, add "private_to" jsonb null;`);
    // Where the card of a ticket stands was known to its place alone; its first event says so too, or a replay would not.
    this.addSql(`update "ticket" set "triage" = (select jsonb_build_object('platform', "platform", 'chat', "chat") from "place" where "ticket_id" = "ticket"."id" and "side" = 'triage' limit 1);`);
    this.addSql(`update "ticket_event" set "body" = "body" || jsonb_build_object('triage', "ticket"."triage") from "ticket" where "ticket"."id" = "ticket_id" and "ticket_event"."type" = 'TicketOpened';`);
    this.addSql(`alter table "ticket" alter column "triage" set not null;`);
    this.addSql(`create index "ticket_assignee_id_stage_index" on "ticket" ("assignee_id", "stage");`);
    this.addSql(`create index "ticket_snoozed_until_index" on "ticket" ("snoozed_until") where snoozed_until is not null;`);

    this.addSql(`create index "ticket_event_received_at_index" on "ticket_event" ("received_at") where type = 'TicketOpened';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "block" cascade;`);
    this.addSql(`drop table if exists "limit_notice" cascade;`);
    this.addSql(`drop table if exists "rota" cascade;`);

    this.addSql(`drop index "message_author_id_received_at_index";`);

    this.addSql(`alter table "place" drop column "open";`);

    this.addSql(`drop index "ticket_assignee_id_stage_index";`);
    this.addSql(`drop index "ticket_snoozed_until_index";`);
    this.addSql(`alter table "ticket" drop column "triage", drop column "snoozed_until", drop column "private_to";`);

    this.addSql(`drop index "ticket_event_received_at_index";`);
  }

}
