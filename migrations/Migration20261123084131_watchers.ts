import { Migration } from '@mikro-orm/migrations';

export class Migration20261123084131_watchers extends Migration {

  override name = 'Migration20261123084131_watchers';

  override up(): void | Promise<void> {
    this.addSql(`alter table "ticket" add "watchers" jsonb not null default '[]';`);
    this.addSql(`create index "ticket_watchers_index" on "ticket" using gin ("watchers") where watchers <> '[]';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_watchers_index";`);
    this.addSql(`alter table "ticket" drop column "watchers";`);
  }

}
