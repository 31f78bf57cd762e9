import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import { deskSurroundings } from '../playground-names.ts'
import { checkDesks } from './check-desks.ts'
import { writeMigration } from './migration.ts'
import { listParked } from './parked.ts'

/** `npm run desk -- check | parked | migration NAME` and `npm run demo`. Returns the exit code. */
export async function runCommand(args: readonly string[], config: Config, home: string): Promise<number> {
  const [group, command, name] = args
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  if (group === 'demo') {
    const { playDemo } = await import('./demo.ts')
    return playDemo(home, print)
  }
  if (group === 'desk' && command === 'check') {
    const { named, absent } = deskSurroundings(config)
    const { lines, ok } = await checkDesks(config.desks, named, absent)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'parked') {
    for (const line of await listParked(config, home)) print(line)
    return 0
  }
  if (group === 'desk' && command === 'migration' && name !== undefined) {
    print((await writeMigration(name, home)) ?? words('operator-no-migration', {}, 'en'))
    return 0
  }
  print(words('operator-commands', {}, 'en'))
  return 1
}
