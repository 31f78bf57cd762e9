import { Migration } from '@mikro-orm/migrations';

/** What a message holds besides words is carried now; what older rows say of it was not. */
export class Migration20261123054800_enclosures extends Migration {

  override name = 'Migration20261123054800_enclosures';

  override up(): void | Promise<void> {
    this.addSql(`alter table "message" rename column "uncarried" to "enclosures";`);
    this.addSql(`update "message" set "enclosures" = (
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', 'uncarried', 'what', one->'kind', 'name', one->'name')))
      from jsonb_array_elements("enclosures") as one
    ) where jsonb_array_length("enclosures") > 0;`);
    this.addSql(`alter table "message" add "answers" uuid null;`);
    this.addSql(`alter table "inbox" add "album" text null;`);
    this.addSql(`create index "inbox_lane_album_index" on "inbox" ("lane", "album") where album is not null and state = 'waiting';`);
    this.addSql(`alter table "delivery" add "sent_also" jsonb null;`);
    this.addSql(`update "delivery" set "content" = ("content" - 'file') || jsonb_build_object('files',
      jsonb_build_array(jsonb_build_object('id', "content"->'file', 'as', 'document'))) where "content" ? 'file';`);
    this.addSql(`update "draft" set "body" = jsonb_set("body", '{messages}', (
      select jsonb_agg((held - 'uncarried') || jsonb_build_object('enclosures', '[]'::jsonb))
      from jsonb_array_elements("body"->'messages') as held
    )) where jsonb_array_length("body"->'messages') > 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "delivery" drop column "sent_also";`);
    this.addSql(`drop index "inbox_lane_album_index";`);
    this.addSql(`alter table "inbox" drop column "album";`);
    this.addSql(`alter table "message" drop column "answers";`);
    this.addSql(`alter table "message" rename column "enclosures" to "uncarried";`);
  }

}
