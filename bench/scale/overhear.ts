import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

/** A statement as it was sent, with the values of one time. */
export interface Statement {
  text: string
  values: unknown[]
}

const MOST_SHAPES = 2_000
const heard = new Map<string, Statement>()

/** From now on every statement of this process is kept once by its shape, until `overheard` takes them. */
export function overhear(): void {
  // The ORM brings a copy of its own of the same library.
  const its = createRequire(fileURLToPath(import.meta.resolve('@mikro-orm/postgresql')))
  const { Client } = its('pg') as typeof pg
  const query: (this: pg.Client, ...sent: unknown[]) => unknown = Reflect.get(Client.prototype, 'query')
  // The driver's own overloads go through untouched: only what is sent is looked at.
  Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [first, second] = sent
    const text = textOf(first)
    const values = Array.isArray(second) ? second : valuesOf(first)
    if (text !== undefined && heard.size < MOST_SHAPES) {
      const shape = shapeOf(text)
      if (!heard.has(shape)) heard.set(shape, { text, values })
    }
    return Reflect.apply(query, this, sent)
  } as typeof Client.prototype.query // the same function with an ear
}

/** What has been heard since it was asked last. */
export function overheard(): Statement[] {
  const all = [...heard.values()]
  heard.clear()
  return all
}

/** Lists of any length are one shape. */
function shapeOf(text: string): string {
  return text.replaceAll(/\$\d+/g, '$').replaceAll(/\(\$(?:, ?\$)*\)(?:, ?\(\$(?:, ?\$)*\))*/g, '($)')
}

function textOf(sent: unknown): string | undefined {
  if (typeof sent === 'string') return sent
  return typeof sent === 'object' && sent !== null && 'text' in sent && typeof sent.text === 'string'
    ? sent.text
    : undefined
}

function valuesOf(sent: unknown): unknown[] {
  return typeof sent === 'object' && sent !== null && 'values' in sent && Array.isArray(sent.values) ? sent.values : []
}
