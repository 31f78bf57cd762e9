import { Migration } from '@mikro-orm/migrations';

export class Migration20261130035200_files_by_bytes extends Migration {

  override name = 'Migration20261130035200_files_by_bytes';

  override up(): void | Promise<void> {
    this.addSql(`create index "file_sha256_index" on "file" ("sha256") where sha256 is not null;`);
    this.addSql(`create index "file_created_at_index" on "file" ("created_at") where message_id is null;`);
    this.addSql(`create index "file_expires_at_index" on "file" ("expires_at") where expires_at is not null;`);
    this.addSql(`create index "draft_touched_at_index" on "draft" ("touched_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "file_sha256_index";`);
    this.addSql(`drop index "file_created_at_index";`);
    this.addSql(`drop index "file_expires_at_index";`);
    this.addSql(`drop index "draft_touched_at_index";`);
  }

}
