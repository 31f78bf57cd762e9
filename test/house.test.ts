import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Every TypeScript file below these folders, from the root of the repository. */
function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  )
}

/** What a file imports: paths from the root for our own files, names for packages. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(
    /^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  )
  return Array.from(found, ([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '').map((path) =>
    path.startsWith('.') ? relative('.', resolve(dirname(file), path)) : path,
  )
}

const isPackage = (path: string): boolean => !/^(src|adapters|playground|migrations|test|bench)\//.test(path)
const packageName = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')

interface Rule {
  of: string
  /** Our own folders and files it may import from. */
  own: string[]
  /** Packages it may import; `node:` stands for Node's own. */
  packages: string[]
}

/** Who may import whom (design.md §5). What is not listed is forbidden. */
const rules: Rule[] = [
  { of: 'src/domain', own: ['src/domain'], packages: ['zod', 'temporal-polyfill'] },
  {
    of: 'src/ports',
    own: ['src/ports', 'src/domain', 'src/adapter.ts', 'src/locales/keys.ts'],
    packages: ['zod', 'uuid', 'node:'],
  },
  { of: 'src/acts', own: ['src/acts', 'src/domain', 'src/adapter.ts', 'src/ports'], packages: [] },
  {
    of: 'src/intake',
    own: ['src/intake', 'src/acts', 'src/domain', 'src/adapter.ts', 'src/ports', 'src/locales'],
    packages: [],
  },
  {
    of: 'src/delivery',
    own: ['src/delivery', 'src/domain', 'src/adapter.ts', 'src/ports', 'src/locales'],
    packages: ['retry', 'file-type'],
  },
  {
    of: 'src/timers',
    own: ['src/timers', 'src/acts', 'src/delivery', 'src/domain', 'src/adapter.ts', 'src/ports'],
    packages: [],
  },
  {
    of: 'src/jobs',
    own: ['src/jobs', 'src/ports'],
    packages: ['agenda', '@agendajs/postgres-backend', '@agendajs/mongo-backend', 'mongodb', 'pg', 'node:'],
  },
  {
    of: 'src/metrics',
    own: ['src/metrics', 'src/ports'],
    packages: ['prom-client', 'hono', '@hono/node-server', 'node:'],
  },
  {
    of: 'src/traces',
    own: ['src/traces', 'src/ports'],
    packages: [
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
      'node:',
    ],
  },
  {
    of: 'bench',
    own: ['bench', 'src', 'adapters/index.ts', 'playground', 'test/support'],
    // What the product is measured beside: a bare Bolt, a bare grammY, and rows written by plain pg.
    packages: ['@slack/bolt', 'grammy', 'pg', 'uuid', 'zod', 'node:'],
  },
  {
    of: 'src/store',
    own: ['src/store', 'src/domain', 'src/ports', 'src/adapter.ts'],
    packages: [
      '@mikro-orm/core',
      '@mikro-orm/migrations',
      '@mikro-orm/postgresql',
      '@mikro-orm/sql',
      'kysely',
      'pg',
      'retry',
      'uuid',
      'zod',
      'node:',
    ],
  },
  {
    of: 'src/locales',
    own: ['src/locales', 'src/domain/text'],
    packages: ['@fluent/bundle', 'unified', 'remark-parse', 'mdast', 'node:'],
  },
  {
    of: 'adapters/slack',
    own: ['adapters/slack', 'src/adapter.ts', 'src/domain'],
    packages: ['@slack/bolt', 'zod', 'uuid', 'node:'],
  },
  {
    of: 'adapters/telegram',
    own: ['adapters/telegram', 'src/adapter.ts', 'src/domain'],
    packages: ['grammy', 'retry', 'zod', 'uuid', 'node:'],
  },
]

describe('who may import whom', () => {
  it.each(rules)('$of', ({ of, own, packages }) => {
    const strangers = filesIn(of).flatMap((file) =>
      importsOf(file)
        .filter((path) =>
          isPackage(path)
            ? !packages.some((name) => (name === 'node:' ? path.startsWith('node:') : packageName(path) === name))
            : !own.some((folder) => path === folder || path.startsWith(`${folder}/`)),
        )
        .map((path) => `${file} imports ${path}`),
    )
    expect(strangers).toEqual([])
  })

  it('the program imports neither its tests nor the bench, and never watches a fail point', () => {
    const files = filesIn('src', 'adapters', 'playground')
    expect(files.filter((file) => importsOf(file).some((path) => /^(test|bench)\//.test(path)))).toEqual([])
    const watchers = filesIn('src', 'adapters', 'playground', 'bench', 'test').filter((file) =>
      /watchFailpoints\(\(/.test(readFileSync(file, 'utf8')),
    )
    expect(watchers).toEqual(['bench/flood/relay-process.ts', 'test/support/desk-child.ts'])
  })

  it('nobody imports main', () => {
    const importers = filesIn('src', 'adapters', 'playground').filter((file) => importsOf(file).includes('src/main.ts'))
    expect(importers).toEqual([])
  })

  it('reads imports at all', () => {
    expect(importsOf('src/main.ts')).toContain('src/config.ts')
    expect(importsOf('src/domain/local-time.ts')).toEqual(['temporal-polyfill'])
  })
})

describe('no sentence in the code', () => {
  /** Words people could read: a capital, then three or more words, in a string. Errors are for operators, comments for readers. */
  const SENTENCE = /^[A-ZÀ-Þ][\p{L}’']*(?: [\p{L}’',.!?-]+){2,}/u

  it.each(['adapters', 'src/delivery', 'src/acts', 'src/intake'])('%s', (folder) => {
    const said = filesIn(folder).flatMap((file) =>
      sentencesIn(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`),
    )
    expect(said).toEqual([])
  })

  it('would find one', () => {
    expect(sentencesIn("post('We have got your message')")).toEqual(['We have got your message'])
    expect(sentencesIn("throw new Error('this is for the operator')")).toEqual([])
    expect(sentencesIn('// it’s `not said` to people here')).toEqual([])
  })

  function sentencesIn(source: string): string[] {
    const code = source
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/(^|\s)\/\/.*$/gm, '')
      .replaceAll(/const \w+_REPAIR = .*$/gm, '')
      .replaceAll(/new \w*(Error|Refused|Fault)\w*\([\s\S]*?\)/g, '')
    const strings = code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)
    return Array.from(strings, ([, single, double, back]) => single ?? double ?? back ?? '').filter((words) =>
      SENTENCE.test(words),
    )
  }
})

describe('time is an argument', () => {
  it.each(['src/domain', 'src/acts', 'src/intake', 'src/timers', 'src/delivery', 'src/metrics', 'adapters'])(
    '%s never reads the hour',
    (folder) => {
      const readers = filesIn(folder).filter((file) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(file, 'utf8')))
      expect(readers).toEqual([])
    },
  )
})
