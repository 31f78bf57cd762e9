/**
 * What a row is found by: its words, and when they were said, as words nobody types: the day, and the stretch of 8 and
 * of 64 days it lies in (counted from 1970). So a word that stands in millions of messages is looked for in those of the
 * last days first, by the same index. `at`: the column that says when.
 */
export const searchable = (at: string): string =>
  `to_tsvector('simple', "words" || ' 0d' || (${dayOf(at)})::text || ' 0e' || (${dayOf(at)} / 8)::text || ' 0f' || (${dayOf(at)} / 64)::text)`

const dayOf = (at: string): string => `(("${at}" at time zone 'utc')::date - '1970-01-01'::date)`
