import { Migration } from '@mikro-orm/migrations';

/** What came late counts otherwise by now: what is not closed is judged again, else the audit would call it drifted. */
export class Migration20261130035000_timing extends Migration {

  override name = 'Migration20261130035000_timing';

  override up(): void | Promise<void> {
    this.addSql(`create table "timing" ("desk_id" text not null, "lines_id" text not null, "changed_at" timestamptz(3) null, primary key ("desk_id"));`);
    this.addSql(`update "ticket" set "stale" = true where "stage" <> 'closed';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "timing" cascade;`);
    this.addSql(`update "ticket" set "stale" = true where "stage" <> 'closed';`);
  }

}
