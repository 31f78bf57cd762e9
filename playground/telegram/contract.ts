import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { z } from 'zod'
import { addedFields, addedMethods } from './additions.ts'

/** The published Bot API as JSON Schemas: every payload is held against them, and fields Telegram does not know are refused. */

const fieldsShape = z.record(z.string(), z.object({ types: z.array(z.string()), required: z.boolean() }))
const contractShape = z.object({
  methods: z.record(z.string(), z.object({ fields: fieldsShape })),
  types: z.record(z.string(), z.object({ fields: fieldsShape, subtypes: z.array(z.string()).optional() })),
})
type Fields = z.infer<typeof fieldsShape>

const contract = contractShape.parse(
  JSON.parse(readFileSync(new URL('../contracts/telegram-bot-api.json', import.meta.url), 'utf8')),
)

const ajv = new Ajv({ strict: false, allErrors: false, allowUnionTypes: true })
ajv.addSchema({ $id: 'telegram', definitions: definitions() })

const methods = new Map<string, ValidateFunction>()

export function isMethod(name: string): boolean {
  return Object.hasOwn(contract.methods, name) || addedMethods.includes(name)
}

/** What is wrong with a method's payload, in Telegram's style: `can't parse entities[0]: must have required property 'length'`. */
export function payloadFault(method: string, payload: object): string | undefined {
  const spec = contract.methods[method]
  if (!spec) return undefined // one of `addedMethods`: no schema stored
  let validate = methods.get(method)
  if (!validate) {
    validate = ajv.compile(objectSchema(method, spec.fields, 'telegram'))
    methods.set(method, validate)
  }
  return validate(payload) ? undefined : inWords(validate.errors)
}

/** What is wrong with something said to be of a Telegram type, e.g. `Update`: for holding what the playground itself sends. */
export function typeFault(type: string, value: unknown): string | undefined {
  const validate = ajv.getSchema(`telegram#/definitions/${type}`)
  if (!validate) throw new Error(`the contract has no type ${type}`)
  return validate(value) ? undefined : inWords(validate.errors ?? null)
}

/** The types a field may have, as the contract names them: `['Integer','String']`. Empty for a field it does not know. */
export function fieldTypes(method: string, field: string): string[] {
  return contract.methods[method]?.fields[field]?.types ?? []
}

function definitions(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(contract.types).map(([name, { fields, subtypes }]) => [
      name,
      subtypes ? { anyOf: subtypes.map((type) => typeSchema(type, '')) } : objectSchema(name, fields, ''),
    ]),
  )
}

function objectSchema(name: string, fields: Fields, root: string): object {
  const added = Object.entries(addedFields[name] ?? {}).map(([field, type]) => [field, typeSchema(type, root)])
  const known = Object.entries(fields).map(([field, { types }]) => [field, anyOf(types, root)])
  return {
    type: 'object',
    properties: Object.fromEntries([...known, ...added]),
    required: Object.entries(fields).flatMap(([field, { required }]) => (required ? [field] : [])),
    additionalProperties: false,
  }
}

function anyOf(types: string[], root: string): object {
  const schemas = types.map((type) => typeSchema(type, root))
  // A keyboard's button may be given as its label alone.
  if (types.includes('Array of Array of KeyboardButton')) {
    return { type: 'array', items: { type: 'array', items: anyOf(['KeyboardButton', 'String'], root) } }
  }
  return schemas.length === 1 ? (schemas[0] ?? {}) : { anyOf: schemas }
}

function typeSchema(type: string, root: string): object {
  if (type.startsWith('Array of ')) return { type: 'array', items: typeSchema(type.slice('Array of '.length), root) }
  if (type === 'Integer') return { type: 'integer' }
  if (type === 'Float') return { type: 'number' }
  if (type === 'String') return { type: 'string' }
  if (type === 'Boolean') return { type: 'boolean' }
  if (type === 'Object') return { type: 'object' }
  // An uploaded file has become its `attach://name` by now.
  if (type === 'InputFile') return { type: 'string', pattern: '^attach://' }
  return { $ref: `${root}#/definitions/${type}` }
}

function inWords(errors: ErrorObject[] | null | undefined): string {
  const error = errors?.at(-1)
  const where = error?.instancePath.slice(1).replaceAll('/', '.') || 'request'
  const extra = error?.params.additionalProperty
  return `can't parse ${where}: ${error?.message ?? 'unknown fault'}${extra === undefined ? '' : ` (${String(extra)})`}`
}
