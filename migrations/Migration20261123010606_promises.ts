import { Migration } from '@mikro-orm/migrations';

export class Migration20261123010606_promises extends Migration {

  override name = 'Migration20261123010606_promises';

  override up(): void | Promise<void> {
    this.addSql(`create table "calendar_version" ("desk_id" text not null, "calendar" text not null, "version" int not null, "from" timestamptz(3) null, "body" jsonb not null, primary key ("desk_id", "calendar", "version"));`);

    this.addSql(`create table "policy" ("id" text not null, "desk_id" text not null, "body" jsonb not null, "kept_at" timestamptz(3) not null, primary key ("id"));`);

    this.addSql(`alter table "clock" add "zone_rules" text null;`);

    this.addSql(`alter table "ticket" add "closed_at" timestamptz(3) null, add "status_since" timestamptz(3) null, add "last_agent_reply_at" timestamptz(3) null, add "silence" jsonb null, add "rating" jsonb null, add "judged" jsonb null, add "first_response_due_at" timestamptz(3) null, add "next_response_due_at" timestamptz(3) null, add "resolution_due_at" timestamptz(3) null, add "sla_at" timestamptz(3) null, add "silence_at" timestamptz(3) null, add "rating_at" timestamptz(3) null, add "closes_at" timestamptz(3) null, add "stale" boolean not null default false;`);
    // When a ticket came into its status, and was last answered, was known to its events alone.
    this.addSql(`update "ticket" set "status_since" = coalesce((select "occurred_at" from "ticket_event" where "ticket_id" = "ticket"."id" and "type" in ('TicketOpened', 'StatusMoved', 'TicketResolved', 'TicketReopened') order by "sequence" desc limit 1), "opened_at"), "last_agent_reply_at" = (select max("occurred_at") from "ticket_event" where "ticket_id" = "ticket"."id" and "type" in ('AgentReplied', 'NoteSent'));`);
    this.addSql(`alter table "ticket" alter column "status_since" set not null;`);
    // Nobody has judged their clocks yet.
    this.addSql(`update "ticket" set "stale" = true where "stage" <> 'closed';`);
    this.addSql(`create index "ticket_sla_at_index" on "ticket" ("sla_at") where sla_at is not null;`);
    this.addSql(`create index "ticket_silence_at_index" on "ticket" ("silence_at") where silence_at is not null;`);
    this.addSql(`create index "ticket_rating_at_index" on "ticket" ("rating_at") where rating_at is not null;`);
    this.addSql(`create index "ticket_closes_at_index" on "ticket" ("closes_at") where closes_at is not null;`);
    this.addSql(`create index "ticket_stale_index" on "ticket" ("id") where stale;`);

    this.addSql(`alter table "ticket_event" add "effect" text null;`);
    this.addSql(`create unique index "ticket_event_ticket_id_effect_unique" on "ticket_event" ("ticket_id", "effect") where effect is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "calendar_version" cascade;`);
    this.addSql(`drop table if exists "policy" cascade;`);

    this.addSql(`alter table "clock" drop column "zone_rules";`);

    this.addSql(`drop index "ticket_sla_at_index";`);
    this.addSql(`drop index "ticket_silence_at_index";`);
    this.addSql(`drop index "ticket_rating_at_index";`);
    this.addSql(`drop index "ticket_closes_at_index";`);
    this.addSql(`drop index "ticket_stale_index";`);
    this.addSql(`alter table "ticket" drop column "closed_at", drop column "status_since", drop column "last_agent_reply_at", drop column "silence", drop column "rating", drop column "judged", drop column "first_response_due_at", drop column "next_response_due_at", drop column "resolution_due_at", drop column "sla_at", drop column "silence_at", drop column "rating_at", drop column "closes_at", drop column "stale";`);

    this.addSql(`drop index "ticket_event_ticket_id_effect_unique";`);
    this.addSql(`alter table "ticket_event" drop column "effect";`);
  }

}
