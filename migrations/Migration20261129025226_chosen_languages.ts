import { Migration } from '@mikro-orm/migrations';

export class Migration20261129025226_chosen_languages extends Migration {

  override name = 'Migration20261129025226_chosen_languages';

  override up(): void | Promise<void> {
    this.addSql(`create index "person_chose_index" on "person" ("id") where chosen_language is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "person_chose_index";`);
  }

}
