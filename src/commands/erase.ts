import { parseArgs } from 'node:util'
import { v7 } from 'uuid'
import { type Erased, erasePerson } from '../acts/erase.ts'
import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import type { Holdings, Named } from '../ports/erasing.ts'
import { filesIn } from '../store/files.ts'
import { withPerson } from './with-person.ts'

/**
 * `npm run desk -- erase PERSON [--yes]`: what would be forgotten of a person, and with `--yes` forgets it for good. A desk
 * may run meanwhile, and has to, so that copies on platforms are taken back.
 * @param args what stands after `erase`
 */
export async function runErase(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl' | 'files'>,
  home: string,
): Promise<{ lines: string[]; ok: boolean }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { yes: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [named = ''] = positionals
  return withPerson(named, config, home, async (store, person) => {
    if (values.yes) return done(await erasePerson({ store, files: filesIn(config.files) }, v7, person.id), person)
    return told(await store.transaction(({ erasing }) => erasing.holdings(person.id)), person, named)
  })
}

function told(holdings: Holdings, { name }: Named, named: string): string[] {
  const { tickets = [], messages = [], files = [] } = holdings
  const open = tickets.filter(({ stage }) => stage !== 'closed').map(({ key }) => String(key))
  const counts = { tickets: tickets.length, messages: messages.length, files: files.length }
  return [
    words('operator-erase-dry', { name, ...counts }, 'en'),
    ...(open.length > 0 ? [words('operator-erase-open', { keys: open.join(', ') }, 'en')] : []),
    words('operator-erase-how', { person: named }, 'en'),
  ]
}

/** By our own id: a name of theirs stands in nobody's notes. */
function done({ tickets, messages, deleted, emptied, tooOld, owed }: Erased, { id }: Named): string[] {
  return [
    words('operator-erased', { tickets, messages, deleted, emptied }, 'en'),
    owed > 0 ? words('operator-erase-owed', { owed, person: id }, 'en') : words('operator-erase-done', {}, 'en'),
    words('operator-erase-stays', { old: tooOld }, 'en'),
  ]
}
