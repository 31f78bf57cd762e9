import { Migration } from '@mikro-orm/migrations';

export class Migration20261123020512_due_by_desk extends Migration {

  override name = 'Migration20261123020512_due_by_desk';

  override up(): void | Promise<void> {
    this.addSql(`drop index "ticket_closes_at_index";`);
    this.addSql(`drop index "ticket_rating_at_index";`);
    this.addSql(`drop index "ticket_silence_at_index";`);
    this.addSql(`drop index "ticket_sla_at_index";`);
    this.addSql(`drop index "ticket_snoozed_until_index";`);
    this.addSql(`create index "ticket_desk_id_sla_at_index" on "ticket" ("desk_id", "sla_at") where sla_at is not null;`);
    this.addSql(`create index "ticket_desk_id_silence_at_index" on "ticket" ("desk_id", "silence_at") where silence_at is not null;`);
    this.addSql(`create index "ticket_desk_id_rating_at_index" on "ticket" ("desk_id", "rating_at") where rating_at is not null;`);
    this.addSql(`create index "ticket_desk_id_closes_at_index" on "ticket" ("desk_id", "closes_at") where closes_at is not null;`);
    this.addSql(`create index "ticket_desk_id_snoozed_until_index" on "ticket" ("desk_id", "snoozed_until") where snoozed_until is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "ticket_desk_id_sla_at_index";`);
    this.addSql(`drop index "ticket_desk_id_silence_at_index";`);
    this.addSql(`drop index "ticket_desk_id_rating_at_index";`);
    this.addSql(`drop index "ticket_desk_id_closes_at_index";`);
    this.addSql(`drop index "ticket_desk_id_snoozed_until_index";`);
    this.addSql(`create index "ticket_closes_at_index" on "ticket" ("closes_at") where closes_at IS NOT NULL;`);
    this.addSql(`create index "ticket_rating_at_index" on "ticket" ("rating_at") where rating_at IS NOT NULL;`);
    this.addSql(`create index "ticket_silence_at_index" on "ticket" ("silence_at") where silence_at IS NOT NULL;`);
    this.addSql(`create index "ticket_sla_at_index" on "ticket" ("sla_at") where sla_at IS NOT NULL;`);
    this.addSql(`create index "ticket_snoozed_until_index" on "ticket" ("snoozed_until") where snoozed_until IS NOT NULL;`);
  }

}
