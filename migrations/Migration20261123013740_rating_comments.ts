import { Migration } from '@mikro-orm/migrations';

export class Migration20261123013740_rating_comments extends Migration {

  override name = 'Migration20261123013740_rating_comments';

  override up(): void | Promise<void> {
    this.addSql(`alter table "draft" drop constraint "draft_purpose_check";`);
    this.addSql(`alter table "draft" add constraint "draft_purpose_check" check ("purpose" in ('form', 'picker', 'comment'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "draft" drop constraint "draft_purpose_check";`);
    this.addSql(`alter table "draft" add constraint "draft_purpose_check" check ("purpose" in ('form', 'picker'));`);
  }

}
