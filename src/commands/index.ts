import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import { checkDesks } from './check-desks.ts'
import { listParked } from './parked.ts'

/** `npm run desk -- check`, `npm run desk -- parked`. Returns the exit code. */
export async function runCommand(args: readonly string[], config: Config, home: string): Promise<number> {
  const [group, command] = args
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  if (group === 'demo') {
    const { playDemo } = await import('./demo.ts')
    return playDemo(home, print)
  }
  if (group === 'desk' && command === 'check') {
    const { lines, ok } = await checkDesks(config.desks, config.named, absentFrom(config))
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'parked') {
    for (const line of await listParked(config, home)) print(line)
    return 0
  }
  print(words('operator-commands', {}, 'en'))
  return 1
}

function absentFrom(config: Config): Set<'slack' | 'telegram'> {
  const absent = new Set<'slack' | 'telegram'>()
  if (!config.slack) absent.add('slack')
  if (!config.telegram) absent.add('telegram')
  return absent
}
