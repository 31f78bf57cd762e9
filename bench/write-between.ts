import { readFileSync, writeFileSync } from 'node:fs'

/** Puts lines between `<!-- name -->` and the next `<!-- end -->` of a Markdown file. Throws where it has no such place. */
export function writeBetween(file: URL, name: string, lines: readonly string[]): void {
  const text = readFileSync(file, 'utf8')
  const [begin, end] = [`<!-- ${name} -->\n`, '<!-- end -->']
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`${file.pathname} has no place for ${name}: ${begin.trim()} … ${end}`)
  writeFileSync(file, `${text.slice(0, from + begin.length)}${lines.join('\n')}\n${text.slice(to)}`)
}
