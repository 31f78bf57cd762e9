import { Migration } from '@mikro-orm/migrations';

export class Migration20261128192400_dropped_by_a_platform extends Migration {

  override name = 'Migration20261128192400_dropped_by_a_platform';

  override up(): void | Promise<void> {
    this.addSql(`alter table "heard" add "gap_from" timestamptz(3) null, add "gap_until" timestamptz(3) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "heard" drop column "gap_from", drop column "gap_until";`);
  }

}
