import { Migration } from '@mikro-orm/migrations';

export class Migration20261123055627_telegram_topics extends Migration {

  override name = 'Migration20261123055627_telegram_topics';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish', 'topic', 'topic-name', 'topic-close', 'topic-reopen'));`);

    this.addSql(`alter table "place" add "topic_delivery_id" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish'));`);

    this.addSql(`alter table "place" drop column "topic_delivery_id";`);
  }

}
