import { Migration } from '@mikro-orm/migrations';

export class Migration20261123021714_undelivered extends Migration {

  override name = 'Migration20261123021714_undelivered';

  override up(): void | Promise<void> {
    this.addSql(`create index "delivery_ticket_id_index" on "delivery" ("ticket_id") where state = 'failed';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "delivery_ticket_id_index";`);
  }

}
