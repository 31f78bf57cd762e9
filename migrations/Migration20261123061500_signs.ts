import { Migration } from '@mikro-orm/migrations';

export class Migration20261123061500_signs extends Migration {

  override name = 'Migration20261123061500_signs';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add "target" text null, add "sign" jsonb null;`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish', 'topic', 'topic-name', 'topic-close', 'topic-reopen', 'react'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`delete from "delivery" where "act" = 'react';`);
    this.addSql(`alter table "delivery" drop column "target", drop column "sign";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish', 'topic', 'topic-name', 'topic-close', 'topic-reopen'));`);
  }

}
