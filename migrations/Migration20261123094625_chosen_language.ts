import { Migration } from '@mikro-orm/migrations';

export class Migration20261123094625_chosen_language extends Migration {

  override name = 'Migration20261123094625_chosen_language';

  override up(): void | Promise<void> {
    this.addSql(`alter table "person" add "chosen_language" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "person" drop column "chosen_language";`);
  }

}
