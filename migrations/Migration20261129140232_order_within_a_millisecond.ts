import { Migration } from '@mikro-orm/migrations';

export class Migration20261129140232_order_within_a_millisecond extends Migration {

  override name = 'Migration20261129140232_order_within_a_millisecond';

  override up(): void | Promise<void> {
    this.addSql(`drop index "inbox_lane_occurred_at_seq_index";`);
    this.addSql(`alter table "inbox" add "micros" smallint not null default 0;`);
    this.addSql(`create index "inbox_lane_occurred_at_micros_seq_index" on "inbox" ("lane", "occurred_at", "micros", "seq") where state = 'waiting';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "inbox_lane_occurred_at_micros_seq_index";`);
    this.addSql(`alter table "inbox" drop column "micros";`);
    this.addSql(`create index "inbox_lane_occurred_at_seq_index" on "inbox" ("lane", "occurred_at", "seq") where state = 'waiting';`);
  }

}
