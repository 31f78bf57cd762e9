import { readConfig } from '../config.ts'
import { words } from '../locales/index.ts'
import { deskSurroundings } from '../playground-names.ts'
import { checkDesks } from './check-desks.ts'
import { runDoctor } from './doctor/index.ts'
import { runErase } from './erase.ts'
import { runExport } from './export.ts'
import { writeMigration } from './migration.ts'
import { runOrganisations } from './organisations.ts'
import { runParked } from './parked.ts'
import { runReport } from './report.ts'
import { runResume } from './resume.ts'
import { simulate } from './simulate.ts'

/** `npm run desk -- check [FILE…] | simulate | report | parked | resume | export | erase | organisations | migration NAME`, `npm run doctor [-- --fix]` and `npm run demo`. Returns the exit code. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): Promise<number> {
  const [group, command, name] = args
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  // Before the configuration is read: what is wrong with it is the first thing the doctor tells.
  if (group === 'doctor') return runDoctor({ env, home, fix: args.includes('--fix'), print })
  const config = readConfig(env)
  if (group === 'demo') {
    const { playDemo } = await import('./demo.ts')
    return playDemo(home, print)
  }
  if (group === 'desk' && command === 'check') {
    const { named, absent } = deskSurroundings(config)
    const given = args.slice(2)
    const { lines, ok } = await checkDesks(given.length > 0 ? given : config.desks, named, absent)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'simulate') {
    const { named, absent } = deskSurroundings(config)
    const { lines, ok } = await simulate(args.slice(2), named, absent)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'report') {
    const { named, absent } = deskSurroundings(config)
    const { lines, ok } = await runReport(args.slice(2), config, { env: named, absent, home })
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'organisations') {
    const { named, absent } = deskSurroundings(config)
    const { lines, ok } = await runOrganisations(args.slice(2), config, { env: named, absent, home })
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'parked') {
    const { lines, ok } = await runParked(args.slice(2), config, home)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'resume') {
    const { lines, ok } = await runResume(args.slice(2), config, home)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && (command === 'export' || command === 'erase')) {
    const { lines, ok } = await (command === 'export' ? runExport : runErase)(args.slice(2), config, home)
    for (const line of lines) print(line)
    return ok ? 0 : 1
  }
  if (group === 'desk' && command === 'migration' && name !== undefined) {
    print((await writeMigration(name, home)) ?? words('operator-no-migration', {}, 'en'))
    return 0
  }
  print(words('operator-commands', {}, 'en'))
  return 1
}
