import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { triageChannels } from './domain/desk/channels.ts'
import type { Desk } from './domain/desk/desk.ts'
import { DeskFault, type Fault, faultAt } from './domain/desk/fault.ts'
import { parseDesk, parseLines } from './domain/desk/parse.ts'
import { rungPlatform } from './domain/desk/plans.ts'
import type { Platform } from './domain/desk/platform-id.ts'
import { tooLongToStart } from './domain/desk/start-link.ts'
import { linesNaming } from './domain/desk/switch-off.ts'
import { unstaffed } from './domain/desk/unstaffed.ts'
import { keysLike } from './locales/index.ts'

/** The value of an environment variable, undefined where it is not set. */
export type Env = (name: string) => string | undefined

/** Something the operator should know although every desk can run. Its sentence is `operator-<reason>`. */
export type DeskWarning =
  /** One for each platform without a token: these lines are switched off. */
  | { reason: 'platform-absent'; platform: Platform; lines: string[] }
  /** A channel of the file that no adapter serves yet, or its knowledge, which nothing answers from yet. */
  | { reason: 'channel-not-yet'; channel: 'email' | 'web' | 'knowledge'; desk: string }
  /** One for each desk: tickets stand still where its only ways on are for roles that nobody has. */
  | { reason: 'nobody-moves'; desk: string; ways: string[]; roles: string[] }
  /** One for each desk: rungs of the escalation that name somebody of a platform on which none of its agents' channels is. */
  | { reason: 'rung-elsewhere'; desk: string; rungs: string[]; works: Platform }
  /** One for each desk that customers come to on Telegram: start parameters of links longer than it takes. */
  | { reason: 'link-too-long'; desk: string; links: string[] }

const NOBODY: ReadonlySet<Platform> = new Set()

/**
 * All desks of these files and folders (of a folder: its `*.yaml` and `*.yml`), their ids and key prefixes unique.
 * Throws one `DeskFault` with everything wrong in any of them. `absent`: platforms without a token.
 */
export async function readDesks(
  paths: readonly string[],
  env: Env,
  absent: ReadonlySet<Platform> = NOBODY,
): Promise<{ desks: Desk[]; warnings: DeskWarning[] }> {
  const faults: Fault[] = []
  const read: { desk: Desk; file: string; off: Map<Platform, string[]> }[] = []
  for (const file of await filesOf(paths, faults)) {
    const text = await readFile(file, 'utf8')
    collect(faults, () => {
      const source = deskSource(text, file, env, absent)
      const desk = parseDesk(source, file, absent)
      checkHints(desk, file)
      const lines = parseLines(source, file)
      read.push({ desk, file, off: new Map([...absent].map((platform) => [platform, linesNaming(lines, platform)])) })
    })
  }
  read.forEach(({ desk, file }, index) => {
    const earlier = read.slice(0, index).map((other) => other.desk)
    if (earlier.some((other) => other.desk === desk.desk)) faults.push(faultAt(file, ['desk'], 'duplicate', desk.desk))
    if (earlier.some((other) => other.prefix === desk.prefix))
      faults.push(faultAt(file, ['prefix'], 'duplicate', desk.prefix))
  })
  if (faults.length > 0) throw new DeskFault(faults)
  const all = read.map(({ desk }) => desk)
  return {
    desks: all,
    warnings: [
      ...absences(read, absent),
      ...notYet(all),
      ...standingStill(read),
      ...rungsElsewhere(all),
      ...linksTooLong(all),
    ],
  }
}

/** A hint is a sentence of ours by its key, or the desk's own words: what looks like a key must be one. */
function checkHints({ types }: Desk, file: string): void {
  const known = keysLike('hint-')
  const faults = types.flatMap(({ id, hints }) =>
    Object.entries(hints).flatMap(([field, { say }]) =>
      'label' in say || known.includes(say.key)
        ? []
        : [faultAt(file, ['types', id, 'hints', field, 'say'], 'unknown-name', say.key, known)],
    ),
  )
  if (faults.length > 0) throw new DeskFault(faults)
}

/** Runs a step, keeping the faults it throws; anything else goes up. */
function collect(faults: Fault[], step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    faults.push(...error.faults)
  }
}

async function filesOf(paths: readonly string[], faults: Fault[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory()) {
      const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).toSorted()
      if (names.length === 0) faults.push(faultAt(path, [], 'no-such-file', basename(path)))
      files.push(...names.map((name) => join(path, name)))
    } else if (found) files.push(path)
    else faults.push(faultAt(path, [], 'no-such-file', basename(path)))
  }
  return files
}

function absences(
  read: readonly { desk: Desk; off: Map<Platform, string[]> }[],
  absent: ReadonlySet<Platform>,
): DeskWarning[] {
  return [...absent].flatMap((platform): DeskWarning[] => {
    const lines = read.flatMap(({ desk, off }) => (off.get(platform) ?? []).map((path) => `${desk.desk}: ${path}`))
    return lines.length > 0 ? [{ reason: 'platform-absent', platform, lines }] : []
  })
}

function notYet(desks: readonly Desk[]): DeskWarning[] {
  return desks.flatMap(({ desk, channels, knowledge }) =>
    (['email', 'web', 'knowledge'] as const)
      .filter((channel) => (channel === 'knowledge' ? knowledge : channels[channel]) !== undefined)
      .map((channel): DeskWarning => ({ reason: 'channel-not-yet', channel, desk })),
  )
}

function rungsElsewhere(desks: readonly Desk[]): DeskWarning[] {
  return desks.flatMap((desk): DeskWarning[] => {
    const works = new Set(triageChannels(desk).map(({ platform }) => platform))
    const rungs = desk.escalation.flatMap(({ tell }) => {
      const platform = rungPlatform(tell)
      return platform === undefined || works.has(platform) ? [] : [tell]
    })
    return rungs.length > 0 ? [{ reason: 'rung-elsewhere', desk: desk.desk, rungs, works: desk.triage.platform }] : []
  })
}

/** Where a platform without a token has emptied roles, that is said already. */
function standingStill(read: readonly { desk: Desk; off: Map<Platform, string[]> }[]): DeskWarning[] {
  return read.flatMap(({ desk, off }): DeskWarning[] => {
    if ([...off.values()].flat().some((line) => line.startsWith('roles.'))) return []
    const { ways, roles } = unstaffed(desk)
    const named = ways.map(({ from, to }) => `${from} → ${to}`)
    return named.length > 0 ? [{ reason: 'nobody-moves', desk: desk.desk, ways: named, roles }] : []
  })
}

function linksTooLong(desks: readonly Desk[]): DeskWarning[] {
  return desks.flatMap((desk): DeskWarning[] => {
    const links = desk.channels.telegram ? tooLongToStart(desk) : []
    return links.length > 0 ? [{ reason: 'link-too-long', desk: desk.desk, links }] : []
  })
}

/**
 * What stands in a desk file, with every `${NAME}` replaced. Throws a `DeskFault` for broken YAML (with its line) and
 * for a name not set; one that belongs to a platform in `absent` stays as it is, and its line is switched off later.
 */
export function deskSource(text: string, file: string, env: Env, absent: ReadonlySet<Platform> = NOBODY): unknown {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  if (document.errors.length > 0) {
    throw new DeskFault(
      document.errors.map(({ pos, message }) =>
        faultAt(`${file}:${counter.linePos(pos[0]).line}`, [], 'yaml', message),
      ),
    )
  }
  const faults: Fault[] = []
  const source = replaceNames(document.toJS(), [], (path, name, whole) => {
    const value = env(name)
    if (value !== undefined && value !== '') return value
    if (!belongsTo(absent, path, whole, name)) faults.push(faultAt(file, path, 'unset-variable', whole))
    return `\${${name}}`
  })
  if (faults.length > 0) throw new DeskFault(faults)
  return source
}

type Meaning = (path: readonly PropertyKey[], name: string, whole: string) => string

function replaceNames(source: unknown, path: readonly PropertyKey[], meaning: Meaning): unknown {
  if (typeof source === 'string') {
    return source.replace(/\$\{(\w+)\}/g, (_, name: string) => meaning(path, name, source))
  }
  if (Array.isArray(source)) return source.map((item, index) => replaceNames(item, [...path, index], meaning))
  if (typeof source !== 'object' || source === null) return source
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key, replaceNames(value, [...path, key], meaning)]),
  )
}

/**
 * Is this a platform's name? By its place in the file (`roles.agent.who.slackMembersOf`), else by what it is called, else
 * by what stands around it (`group:${LEADS}`).
 */
function belongsTo(
  platforms: ReadonlySet<Platform>,
  path: readonly PropertyKey[],
  whole: string,
  name: string,
): boolean {
  const place = path.map(String).join('.')
  const named = (['slack', 'telegram'] as const).find((platform) => new RegExp(`\\.${platform}`).test(place))
  const called = (['slack', 'telegram'] as const).find((platform) => name.toLowerCase().includes(platform))
  const platform = named ?? called ?? rungPlatform(whole)
  return platform !== undefined && platforms.has(platform)
}
