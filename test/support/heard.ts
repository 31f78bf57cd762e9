import type { TestDesk } from './desk.ts'
import { until } from './people.ts'

/** What the desk makes of what comes in: the outcomes its inbox rows are kept with. */
export interface Ear {
  /**
   * Does something and resolves with what became of it: the outcome of the first inbox row since then that has all
   * these words inside. Somebody's id are such words, where they do one thing after another.
   */
  heard(inside: string | string[], doing: () => unknown): Promise<string>
}

export function earOf({ database }: TestDesk): Ear {
  return {
    async heard(inside, doing) {
      const { rows } = await database.query<{ seq: string }>('select coalesce(max(seq), 0) as seq from inbox')
      await doing()
      return until(
        async () => {
          const found = await database.query<{ outcome: string | null }>(
            `select outcome from inbox where seq > $1 and state <> 'waiting'
             and (select bool_and(position(word in body::text) > 0) from unnest($2::text[]) as word)
           order by seq limit 1`,
            [rows[0]?.seq, [inside].flat()],
          )
          return found.rows[0]?.outcome ?? undefined
        },
        `what became of «${[inside].flat().join(' ')}»`,
      )
    },
  }
}
