/** Values that have broken somebody before. */
const odd: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -0,
  '0',
  'NaN',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e',
  '1700000000.000100',
  '9'.repeat(400),
  'k'.repeat(5000),
  '<!channel>',
  '__proto__',
  '{"ref":1}',
  '[]',
  [],
  {},
  [[]],
  [null],
  { __proto__: null, polluted: true },
  { type: 'message' },
]

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', '', '\0', 'polluted']

type Json = unknown

/** One payload with one to four things wrong: a value, a type, a key, a branch, an order, a depth, or a byte. */
export function mutated(payload: Json, random: () => number): string {
  let tree: Json = structuredClone(payload)
  const changes = 1 + Math.floor(random() * 4)
  for (let n = 0; n < changes; n += 1) tree = changed(tree, random)
  const text = JSON.stringify(tree) ?? 'null'
  // A key `__proto__` written out: JSON makes an own property of it.
  return random() < 0.05 ? text.replace('{', '{"__proto__":{"polluted":true},') : text
}

function changed(tree: Json, random: () => number): Json {
  const paths = pathsIn(tree)
  const path = paths[Math.floor(random() * paths.length)] ?? []
  const other = paths[Math.floor(random() * paths.length)] ?? []
  const kind = Math.floor(random() * 7)
  return at(tree, path, (value) => {
    if (kind === 0) return undefined
    if (kind === 1) return odd[Math.floor(random() * odd.length)]
    if (kind === 2) return bent(value, random)
    if (kind === 3) return read(tree, other)
    if (kind === 4) return nested(value, 1 + Math.floor(random() * 60))
    if (kind === 5) return withKey(value, random)
    return Array.isArray(value) ? Array.from({ length: 200 }, () => value[0]) : [value]
  })
}

/** Every place in a tree, the tree itself left out. */
function pathsIn(value: Json, path: string[] = []): string[][] {
  const here = path.length > 0 ? [path] : []
  if (typeof value !== 'object' || value === null || path.length > 8) return here
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function at(tree: Json, [key, ...rest]: readonly string[], change: (value: Json) => Json): Json {
  if (key === undefined) return change(tree)
  if (Array.isArray(tree)) return tree.map((each, index) => (String(index) === key ? at(each, rest, change) : each))
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(
    Object.entries(tree).map(([name, each]) => [name, name === key ? at(each, rest, change) : each]),
  )
}

function read(tree: Json, path: readonly string[]): Json {
  let value = tree
  for (const key of path)
    value = typeof value === 'object' && value ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
  return value
}

/** The same kind of value, but not quite. */
function bent(value: Json, random: () => number): Json {
  if (typeof value === 'number')
    return [value + 1, -value, value * 1e6, value + 0.5, String(value)][Math.floor(random() * 5)]
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return JSON.stringify(value)
  const cut = Math.floor(random() * (value.length + 1))
  const insert = ['\0', '\ud83d', '\udc00', '"', '\\', '<', '\n', ' '][Math.floor(random() * 8)]
  return [value.slice(0, cut), value + value, value.slice(0, cut) + insert + value.slice(cut), value.toUpperCase()][
    Math.floor(random() * 4)
  ]
}

function nested(value: Json, depth: number): Json {
  let tree = value
  for (let n = 0; n < depth; n += 1) tree = n % 2 === 0 ? [tree] : { elements: tree, type: 'rich_text_section' }
  return tree
}

function withKey(value: Json, random: () => number): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
  const key = keys[Math.floor(random() * keys.length)] ?? ''
  return Object.fromEntries([...Object.entries(value), [key, { polluted: true }]])
}
