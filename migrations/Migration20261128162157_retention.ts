import { Migration } from '@mikro-orm/migrations';

export class Migration20261128162157_retention extends Migration {

  override name = 'Migration20261128162157_retention';

  override up(): void | Promise<void> {
    this.addSql(`create table "retention" ("what" text not null, "up_to" uuid not null, primary key ("what"));`);

    this.addSql(`create index "button_created_index" on "button" using brin ("created_at");`);

    this.addSql(`create index "ticket_closed_index" on "ticket" ("desk_id", "closed_at") where stage = 'closed' and subject <> '–';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "retention" cascade;`);

    this.addSql(`drop index "button_created_index";`);

    this.addSql(`drop index "ticket_closed_index";`);
  }

}
