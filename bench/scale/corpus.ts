import type { Orm } from '../../src/store/orm.ts'
import { randomOf } from '../../test/support/random.ts'

/** So many texts people of the bench may write; each is written by many. */
export const CORPUS = 20_000
const VOCABULARY = 8_000

/** Words that are looked for, by how many texts have them. A rare one stands in the first tickets alone. */
export const looked = { rare: 'zeppelin', seldom: 'printer', often: 'please' } as const
const SHARE = { seldom: 0.01, often: 0.5 }

/**
 * A table of texts: few words are in many and most words in few, as in any language. Letters, spaces and full stops
 * only, so that a text is the same in JSON and as it is looked for.
 */
export async function addCorpus(orm: Orm, seed: number): Promise<void> {
  const random = randomOf(seed)
  const words = Array.from({ length: VOCABULARY }, (_, n) => wordOf(n))
  const texts = Array.from({ length: CORPUS }, (_, n) => {
    const length = 6 + Math.floor(random() * 24)
    const said = Array.from({ length }, () => words[Math.floor(VOCABULARY * random() ** 3)] ?? '')
    if (n % (1 / SHARE.seldom) === 0) said.push(looked.seldom)
    if (n % (1 / SHARE.often) === 0) said.unshift(looked.often)
    return { n, body: said.join(' ') }
  })
  await orm.em.fork().execute('create unlogged table corpus (n int primary key, body text)')
  await orm.em
    .fork()
    .execute('insert into corpus select * from jsonb_populate_recordset(null::corpus, ?::jsonb)', [
      JSON.stringify(texts),
    ])
}

const SYLLABLES = [
  'ba',
  'ke',
  'lo',
  'mi',
  'nu',
  'ra',
  'se',
  'ti',
  'vo',
  'da',
  'fi',
  'go',
  'ha',
  'ju',
  'pe',
  'sho',
  'tra',
  'lin',
  'mar',
  'en',
]

/** Pronounceable, and no two alike. */
function wordOf(n: number): string {
  let word = ''
  for (let rest = n + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]
  }
  return word
}
