import { Migration } from '@mikro-orm/migrations';

/** Clocks know the category now: those of tickets that have one are judged again, else the audit would call them drifted. */
export class Migration20261128154000_clocks_by_category extends Migration {

  override name = 'Migration20261128154000_clocks_by_category';

  override up(): void | Promise<void> {
    this.addSql(`update "ticket" set "stale" = true where "category" is not null and "stage" <> 'closed';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`update "ticket" set "stale" = true where "category" is not null and "stage" <> 'closed';`);
  }

}
