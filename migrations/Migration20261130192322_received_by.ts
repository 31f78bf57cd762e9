import { Migration } from '@mikro-orm/migrations';

export class Migration20261130192322_received_by extends Migration {

  override name = 'Migration20261130192322_received_by';

  override up(): void | Promise<void> {
    this.addSql(`alter table "inbox" add "received_by" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "inbox" drop column "received_by";`);
  }

}
