import { Migration } from '@mikro-orm/migrations';

export class Migration20261130034500_made_anew extends Migration {

  override name = 'Migration20261130034500_made_anew';

  override up(): void | Promise<void> {
    this.addSql(`alter table "installation" add "relation" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "installation" drop column "relation";`);
  }

}
