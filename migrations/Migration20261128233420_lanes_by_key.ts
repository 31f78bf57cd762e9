import { Migration } from '@mikro-orm/migrations';

export class Migration20261128233420_lanes_by_key extends Migration {

  override name = 'Migration20261128233420_lanes_by_key';

  override up(): void | Promise<void> {
    this.addSql(`drop index "delivery_after_id_index";`);
    this.addSql(`create index "delivery_sending_index" on "delivery" ("lane") where state = 'sending';`);
    this.addSql(`create index "delivery_after_id_index" on "delivery" ("after_id") where state = 'pending' and after_id is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "delivery_sending_index";`);
    this.addSql(`drop index "delivery_after_id_index";`);
    this.addSql(`create index "delivery_after_id_index" on "delivery" ("after_id") where state = 'pending';`);
  }

}
