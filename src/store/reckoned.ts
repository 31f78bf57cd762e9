/*
 * What is worked out of a ticket's row and found by an index: the index and whoever asks must say it in the same words.
 * SQL, of the columns of `ticket`.
 */

/** Ids of the fields that say something, as a list in JSON. */
export const filled = `jsonb_path_query_array("fields", '$.keyvalue().key')`

/** When it was opened, resolved or closed, whichever came last. */
export const lastTurn = 'greatest("opened_at", "resolved_at", "closed_at")'

/** When it was rated, as text: `Date.toISOString()` writes it, so it sorts as the times do. */
export const ratedAt = `(("rating" ->> 'ratedAt') collate "C")`

/** The day of its newest word (UTC), or of the one it was opened with. */
export const dayHeard = `(coalesce("last_message_at", "opened_at") at time zone 'utc')::date`
