import { readFileSync } from 'node:fs'

/** Every variable the program reads of its environment. */
export function configured(): string[] {
  const source = ['src/config.ts', 'src/config-traces.ts'].map((file) => readFileSync(file, 'utf8')).join('')
  return Array.from(source.matchAll(/^ {2}([A-Z][A-Z_]+): z/gm), ([, name]) => name ?? '')
}
