import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import type { Named } from '../ports/erasing.ts'
import type { Store } from '../ports/store.ts'
import { withStore } from './with-store.ts'

/** `withStore` for what is done about one person, named as `erasing.find` takes it; says so where there is nobody. */
export async function withPerson(
  named: string,
  config: Pick<Config, 'databaseUrl'>,
  home: string,
  work: (store: Store, person: Named) => Promise<string[]>,
): Promise<{ lines: string[]; ok: boolean }> {
  return withStore(config, home, async (store) => {
    const person = await store.transaction(({ erasing }) => erasing.find(named))
    if (!person) return { lines: [words('operator-no-such-person', { person: named }, 'en')], ok: false }
    return { lines: await work(store, person), ok: true }
  })
}
