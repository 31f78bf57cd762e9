import { Migration } from '@mikro-orm/migrations';

export class Migration20261130223204_not_carried extends Migration {

  override name = 'Migration20261130223204_not_carried';

  override up(): void | Promise<void> {
    this.addSql(`alter table "file" add "not_carried" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "file" drop column "not_carried";`);
  }

}
