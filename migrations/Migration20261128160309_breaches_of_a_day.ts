import { Migration } from '@mikro-orm/migrations';

export class Migration20261128160309_breaches_of_a_day extends Migration {

  override name = 'Migration20261128160309_breaches_of_a_day';

  override up(): void | Promise<void> {
    this.addSql(`create index "ticket_event_breach_index" on "ticket_event" ("received_at") where type = 'BreachAnnounced';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_event_breach_index";`);
  }

}
