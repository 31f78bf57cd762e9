import { Migration } from '@mikro-orm/migrations';

export class Migration20261122224818_workflow_step extends Migration {

  override name = 'Migration20261122224818_workflow_step';

  override up(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper', 'finish'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop constraint "delivery_act_check";`);
    this.addSql(`alter table "delivery" add constraint "delivery_act_check" check ("act" in ('post', 'edit', 'delete', 'whisper'));`);
  }

}
