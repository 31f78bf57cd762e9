import { Migration } from '@mikro-orm/migrations';

export class Migration20261128162651_lists_and_search_of_many extends Migration {

  override name = 'Migration20261128162651_lists_and_search_of_many';

  override up(): void | Promise<void> {
    this.addSql(`create index "delivery_place_id_index" on "delivery" ("place_id") where act = 'post';`);

    this.addSql(`create index "inbox_standing_index" on "inbox" ("platform", "received_at") where state in ('waiting', 'parked');`);

    this.addSql(`create index "lane_parked_until_index" on "lane" ("parked_until") where parked_until is not null;`);

    this.addSql(`drop index "ticket_requester_id_stage_index";`);
    this.addSql(`create index "ticket_requester_living_index" on "ticket" ("requester_id", "opened_at", "id") where stage <> 'closed';`);
    this.addSql(`create index "ticket_requester_closed_index" on "ticket" ("requester_id", "closed_at") where stage = 'closed';`);
    this.addSql(`create index "ticket_organisation_living_index" on "ticket" ("organisation_id", "opened_at", "id") where stage <> 'closed' and organisation_id is not null;`);
    this.addSql(`create index "ticket_open_due_index" on "ticket" ("desk_id", least("first_response_due_at", "next_response_due_at", "resolution_due_at"), "opened_at") where stage in ('new', 'open', 'waiting-requester', 'waiting-other');`);
    this.addSql(`create index "ticket_unassigned_due_index" on "ticket" ("desk_id", least("first_response_due_at", "next_response_due_at", "resolution_due_at"), "opened_at") where assignee_id is null and stage in ('new', 'open', 'waiting-requester', 'waiting-other');`);
    this.addSql(`create index "ticket_tags_index" on "ticket" using gin ("tags") where tags <> '[]';`);

    // Words together with when they were said (`store/searchable.ts`).
    this.addSql(`drop index "ticket_words_index";`);
    this.addSql(
      `create index "ticket_words_index" on "ticket" using gin (to_tsvector('simple', "words" || ' 0d' || ((("opened_at" at time zone 'utc')::date - '1970-01-01'::date))::text || ' 0e' || ((("opened_at" at time zone 'utc')::date - '1970-01-01'::date) / 8)::text || ' 0f' || ((("opened_at" at time zone 'utc')::date - '1970-01-01'::date) / 64)::text));`,
    );
    this.addSql(`drop index "message_words_index";`);
    this.addSql(
      `create index "message_words_index" on "message" using gin (to_tsvector('simple', "words" || ' 0d' || ((("received_at" at time zone 'utc')::date - '1970-01-01'::date))::text || ' 0e' || ((("received_at" at time zone 'utc')::date - '1970-01-01'::date) / 8)::text || ' 0f' || ((("received_at" at time zone 'utc')::date - '1970-01-01'::date) / 64)::text));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "delivery_place_id_index";`);

    this.addSql(`drop index "inbox_standing_index";`);

    this.addSql(`drop index "lane_parked_until_index";`);

    this.addSql(`drop index "ticket_requester_living_index";`);
    this.addSql(`drop index "ticket_requester_closed_index";`);
    this.addSql(`drop index "ticket_organisation_living_index";`);
    this.addSql(`drop index "ticket_open_due_index";`);
    this.addSql(`drop index "ticket_unassigned_due_index";`);
    this.addSql(`drop index "ticket_tags_index";`);
    this.addSql(`create index "ticket_requester_id_stage_index" on "ticket" ("requester_id", "stage");`);

    this.addSql(`drop index "ticket_words_index";`);
    this.addSql(`create index "ticket_words_index" on "ticket" using gin (to_tsvector('simple', "words"));`);
    this.addSql(`drop index "message_words_index";`);
    this.addSql(`create index "message_words_index" on "message" using gin (to_tsvector('simple', "words"));`);
  }

}
