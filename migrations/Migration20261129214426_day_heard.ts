import { Migration } from '@mikro-orm/migrations';

export class Migration20261129214426_day_heard extends Migration {

  override name = 'Migration20261129214426_day_heard';

  override up(): void | Promise<void> {
    this.addSql(`drop index "ticket_newest_index";`);
    this.addSql(`alter table "ticket" add "heard_on" date generated always as ((coalesce("last_message_at", "opened_at") at time zone 'utc')::date) stored null;`);
    this.addSql(`create index "ticket_desk_id_heard_on_index" on "ticket" ("desk_id", "heard_on");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_desk_id_heard_on_index";`);
    this.addSql(`alter table "ticket" drop column "heard_on";`);
    this.addSql(`create index "ticket_newest_index" on "ticket" ("desk_id", coalesce("last_message_at", "opened_at"));`);
  }

}
