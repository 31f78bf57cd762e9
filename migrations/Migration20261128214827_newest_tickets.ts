import { Migration } from '@mikro-orm/migrations';

export class Migration20261128214827_newest_tickets extends Migration {

  override name = 'Migration20261128214827_newest_tickets';

  override up(): void | Promise<void> {
    this.addSql(`create index "ticket_organisation_closed_index" on "ticket" ("organisation_id", "closed_at") where stage = 'closed' and organisation_id is not null;`);
    this.addSql(`create index "ticket_newest_index" on "ticket" ("desk_id", coalesce("last_message_at", "opened_at"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_organisation_closed_index";`);
    this.addSql(`drop index "ticket_newest_index";`);
  }

}
