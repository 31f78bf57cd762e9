import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'

/** A line of a bench's table. `holds` undefined: told, not judged. */
export interface Line {
  what: string
  found: string
  /** What it is measured against, in words. */
  target?: string | undefined
  holds?: boolean | undefined
}

/** The lines as one table in Markdown. */
export function tableOf(lines: readonly Line[]): string[] {
  const rows = lines.map(({ what, target = '', found, holds }) => {
    return `| ${what} | ${target} | ${found} | ${holds === undefined ? '' : holds ? 'yes' : '**NO**'} |`
  })
  return ['| what | target | found | holds |', '| --- | --- | --- | --- |', ...rows]
}

/** Whether every judged line is as it should be. */
export function allHold(lines: readonly Line[]): boolean {
  return lines.every(({ holds }) => holds !== false)
}

/** A line that is judged: at most (or at least) so much, shown as `show` writes it. */
export function atMost(what: string, found: number, most: number, show: (n: number) => string = String): Line {
  return { what, found: show(found), target: `≤ ${show(most)}`, holds: found <= most }
}

export function atLeast(what: string, found: number, least: number, show: (n: number) => string = String): Line {
  return { what, found: show(found), target: `≥ ${show(least)}`, holds: found >= least }
}

/** A list that must be empty; the first few of what is in it are named. */
export function none(what: string, list: readonly unknown[]): Line {
  const first = list.slice(0, 5).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
  const found = list.length === 0 ? '0' : `${list.length}: ${first.join(', ')}`
  return { what, found, target: '0', holds: list.length === 0 }
}

/** A ratio, with two digits. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`
}

/** Above the number of cores somebody waits for the machine, maybe not because of us. */
export function machine(): Line {
  const load = loadavg().map((one) => one.toFixed(1))
  return {
    what: 'machine',
    found: `${availableParallelism()} cores, load average ${load.join(', ')} over the last 1, 5, 15 min, Node ${process.version}`,
  }
}

/**
 * Prints what was found as one table, puts it into README.md beside this file where it is to be kept, and resolves with
 * whether every judged line is as it should be.
 * @param above lines that stand above the table
 */
export async function publish(
  name: string,
  lines: readonly Line[],
  { kept, above = [] }: { kept: boolean; above?: readonly string[] },
): Promise<boolean> {
  const table = [...above, ...tableOf(lines)]
  process.stdout.write(`${table.join('\n')}\n`)
  if (kept) await keepTable(name, table)
  return allHold(lines)
}

const README = new URL('README.md', import.meta.url)

/**
 * Puts what was found between the markers of this name in README.md beside this file, with the day. Rejects where the
 * markers are not there.
 */
export async function keepTable(name: string, lines: readonly string[], readme: URL = README): Promise<void> {
  const [from, to] = [`<!-- bench ${name} -->`, '<!-- end -->']
  const text = await readFile(readme, 'utf8')
  const begins = text.indexOf(from)
  const ends = text.indexOf(to, begins)
  if (begins < 0 || ends < 0) throw new Error(`bench/README.md has no place for ${name}: put ${from} and ${to} there.`)
  const day = new Date().toISOString().slice(0, 10)
  const between = [from, '', `Written by the command on ${day}.`, '', ...lines, '', ''].join('\n')
  await writeFile(readme, text.slice(0, begins) + between + text.slice(ends))
}
