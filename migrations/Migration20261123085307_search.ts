import { Migration } from '@mikro-orm/migrations';

export class Migration20261123085307_search extends Migration {

  override name = 'Migration20261123085307_search';

  override up(): void | Promise<void> {
    // Trusted since PostgreSQL 13: whoever owns the database may. Parts of keys are looked for by it.
    this.addSql(`create extension if not exists pg_trgm;`);

    this.addSql(`alter table "message" add "words" text not null default '';`);
    // As near as SQL comes to \`domain/text/findable.ts\`; what is written from now on goes through that.
    this.addSql(
      `update "message" set "words" = coalesce((select lower(string_agg(value #>> '{}', ' ')) from jsonb_path_query("text", '$.**.value') as value), '') where "deleted_at" is null;`,
    );
    this.addSql(`create index "message_words_index" on "message" using gin (to_tsvector('simple', "words"));`);

    this.addSql(`alter table "ticket" add "words" text not null default '';`);
    this.addSql(`update "ticket" set "words" = lower(replace("key", '-', ' ') || ' ' || "subject");`);
    this.addSql(`create index "ticket_words_index" on "ticket" using gin (to_tsvector('simple', "words"));`);
    this.addSql(`create index "ticket_key_index" on "ticket" using gin ("key" gin_trgm_ops);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "message_words_index";`);
    this.addSql(`alter table "message" drop column "words";`);

    this.addSql(`drop index "ticket_words_index";`);
    this.addSql(`drop index "ticket_key_index";`);
    this.addSql(`alter table "ticket" drop column "words";`);
  }

}
