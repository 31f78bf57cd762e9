import { Migration } from '@mikro-orm/migrations';

export class Migration20261129004449_buttons_by_age extends Migration {

  override name = 'Migration20261129004449_buttons_by_age';

  override up(): void | Promise<void> {
    this.addSql(`drop index "button_created_index";`);
    this.addSql(`create index "button_oldest_index" on "button" ("created_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "button_oldest_index";`);
    this.addSql(`create index "button_created_index" on "button" using brin ("created_at");`);
  }

}
