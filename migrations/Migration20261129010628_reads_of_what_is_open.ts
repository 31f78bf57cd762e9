import { Migration } from '@mikro-orm/migrations';

export class Migration20261129010628_reads_of_what_is_open extends Migration {

  override name = 'Migration20261129010628_reads_of_what_is_open';

  override up(): void | Promise<void> {
    this.addSql(`create index "ticket_open_triage_index" on "ticket" (("triage" ->> 'chat')) where stage in ('new', 'open', 'waiting-requester', 'waiting-other');`);
    this.addSql(`create index "ticket_filled_index" on "ticket" using gin (jsonb_path_query_array("fields", '$.keyvalue().key')) where stage <> 'closed' and fields <> '{}';`);
    this.addSql(`create index "ticket_turned_index" on "ticket" ("desk_id", greatest("opened_at", "resolved_at", "closed_at"));`);
    this.addSql(`create index "ticket_rated_index" on "ticket" ("desk_id", (("rating" ->> 'ratedAt') collate "C")) where (("rating" ->> 'ratedAt') collate "C") is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_open_triage_index";`);
    this.addSql(`drop index "ticket_filled_index";`);
    this.addSql(`drop index "ticket_turned_index";`);
    this.addSql(`drop index "ticket_rated_index";`);
  }

}
