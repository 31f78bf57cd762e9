import type { Orm } from '../../src/store/orm.ts'
import type { Models } from './models.ts'

const BATCH = 100_000

/**
 * So many open tickets with one due time each, as wide as a real row: of ten, nine belong to a desk that is not in the
 * files any more, half of those long overdue, and what is the desk's own is due within the year after.
 */
export async function addBackground(
  orm: Orm,
  { warned }: Models,
  { from, to, after }: { from: number; to: number; after: string },
): Promise<void> {
  const [row] = await orm.em.fork().execute<{ columns: string[] }[]>(
    `select array_agg(column_name::text) as columns from information_schema.columns
      where table_name = 'ticket' and table_schema = current_schema() and is_generated = 'NEVER'`,
  )
  const own: Record<string, string> = {
    id: 'gen_random_uuid()',
    key: "'BG-' || n",
    desk_id: "case when n % 10 = 0 then 'demo' else 'gone' end",
    requester_id: 'gen_random_uuid()',
    stage: "'open'",
    status: "'open'",
    sla_at: 'case when n / 10 % 5 in (0, 1) then due end',
    silence_at: 'case when n / 10 % 5 = 2 then due end',
    rating_at: 'case when n / 10 % 5 = 3 then due end',
    closes_at: 'case when n / 10 % 5 = 4 then due end',
  }
  const columns = (row?.columns ?? []).map((name) => `"${name}"`).join(', ')
  const values = (row?.columns ?? []).map((name) => own[name] ?? `model."${name}"`).join(', ')
  for (let first = from; first < to; first += BATCH) {
    await orm.em.fork().execute(
      `insert into ticket (${columns}) select ${values} from ticket model,
         lateral (select n, ?::timestamptz + (case when n % 10 in (1, 3, 5, 7) then -1 else 1 end) * random() * interval '365 days' as due
                    from generate_series(?::int, ?::int) n) each
        where model.id = ?`,
      [after, first + 1, Math.min(first + BATCH, to), warned],
    )
  }
  await orm.em.fork().execute('vacuum (analyze) ticket')
}
