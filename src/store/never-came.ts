/**
 * A post that bore nothing but a late file, which was given up: its reader was told so in its stead (`late-files.ts`), and
 * what was to arrive has not.
 * @param post a delivery's name in the statement
 */
export const neverCame = (post: string): string => `(${post}.state = 'sent' and ${post}.content->>'late' is not null
  and ${post}.content->'body' = '[]'::jsonb and exists (
    select from file where file.id = (${post}.content->'files'->0->>'id')::uuid and file.sha256 is null))`
