import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configured } from './support/configured.ts'

const readme = readFileSync('README.md', 'utf8')
const manifest: {
  scripts: Record<string, string>
  dependencies: object
  devDependencies: object
  optionalDependencies: object
} = JSON.parse(readFileSync('package.json', 'utf8'))
/** First cells of the README's tables, without code marks. */
const cells = Array.from(readme.matchAll(/^\| ([^|]+) \|/gm), ([, cell]) => cell ?? '')
const named = (cell: string): string[] => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name ?? '')

it('names every variable of the configuration, and no other', () => {
  const told = cells.flatMap(named).filter((name) => /^[A-Z][A-Z_]+$/.test(name))
  expect(new Set(told)).toEqual(new Set(configured()))
})

it('gives a reason for every dependency, and none for a stranger', () => {
  const guests = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const told = cells.flatMap(named).filter((name) => /^[@a-z]/.test(name) && !name.startsWith('npm '))
  const covers = (pattern: string, name: string) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
  expect(Object.keys(guests).filter((name) => !told.some((pattern) => covers(pattern, name)))).toEqual([])
  expect(told.filter((pattern) => !Object.keys(guests).some((name) => covers(pattern, name)))).toEqual([])
})

it('tells commands that exist', () => {
  const told = Array.from(readme.matchAll(/npm (?:run )?(start|test|demo|desk|doctor)\b/g), ([, name]) => name ?? '')
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter((name) => !(name in manifest.scripts))).toEqual([])
})

it('links to files that are there', () => {
  const links = Array.from(readme.matchAll(/\]\(([^)#]+)\)/g), ([, path]) => path ?? '').filter(
    (path) => !path.startsWith('http'),
  )
  expect(links.length).toBeGreaterThan(4)
  expect(links.filter((path) => !existsSync(path))).toEqual([])
})

it('its unit for systemd goes on trying while the database is not there yet', () => {
  const [, unit = ''] = /```ini\n(.*?)```/s.exec(readme) ?? []
  const sections = new Map(
    unit.split(/^\[(?=\w)/m).map((part) => [part.split(']', 1)[0] ?? '', part.split('\n').slice(1)]),
  )
  // Without it systemd gives up for good at the fifth start within ten seconds, and a start that fails takes less than one.
  expect(sections.get('Unit')).toContain('StartLimitIntervalSec=0')
  expect(sections.get('Service')).toEqual(expect.arrayContaining(['Restart=always', 'RestartSec=2']))
})
