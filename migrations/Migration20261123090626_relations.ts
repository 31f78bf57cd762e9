import { Migration } from '@mikro-orm/migrations';

export class Migration20261123090626_relations extends Migration {

  override name = 'Migration20261123090626_relations';

  override up(): void | Promise<void> {
    this.addSql(`alter table "ticket" add "tags" jsonb not null default '[]', add "links" jsonb not null default '[]';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "ticket" drop column "tags", drop column "links";`);
  }

}
