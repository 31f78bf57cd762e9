import { Migration } from '@mikro-orm/migrations';

export class Migration20261128153712_chosen_menu extends Migration {

  override name = 'Migration20261128153712_chosen_menu';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish', 'topic', 'topic-name', 'topic-close', 'topic-reopen', 'react', 'menu'));`);

    this.addSql(`alter table "person_address" add "menu" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`delete from "delivery" where "act" = 'menu';`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish', 'topic', 'topic-name', 'topic-close', 'topic-reopen', 'react'));`);

    this.addSql(`alter table "person_address" drop column "menu";`);
  }

}
