import { Migration } from '@mikro-orm/migrations';

export class Migration20261123021709_weekly_digest extends Migration {

  override name = 'Migration20261123021709_weekly_digest';

  override up(): void | Promise<void> {
    this.addSql(`create table "digest_sent" ("desk_id" text not null, "week" text not null, "sent_at" timestamptz(3) not null, primary key ("desk_id", "week"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "digest_sent" cascade;`);
  }

}
