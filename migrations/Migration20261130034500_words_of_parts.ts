import { Migration } from '@mikro-orm/migrations';

export class Migration20261130034500_words_of_parts extends Migration {

  override name = 'Migration20261130034500_words_of_parts';

  override up(): void | Promise<void> {
    this.addSql(`alter table "twin" add "words" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "twin" drop column "words";`);
  }

}
