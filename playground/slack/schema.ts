import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { z } from 'zod'
import contract from '../contracts/block-kit.schema.json' with { type: 'json' }

const ajv = new Ajv({ allErrors: true, strict: false })
ajv.addSchema(contract, 'kit')

const definition = z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) })
const alternatives = z.object({ anyOf: z.array(z.unknown()) })
const reference = z.object({ $ref: z.string() })
const definitions = z.record(z.string(), z.unknown()).parse(contract.definitions)

/** A block's `type` → the name of its definition. */
const definitionOf = new Map(
  alternatives.parse(definitions.KnownBlock).anyOf.flatMap((entry): [string, string][] => {
    const name = reference.parse(entry).$ref.replace('#/definitions/', '')
    const either = alternatives.safeParse(definitions[name])
    const shape = definition.safeParse(either.success ? either.data.anyOf[0] : definitions[name])
    return shape.success ? [[shape.data.properties.type.const, name]] : []
  }),
)

const compiled = new Map<string, ValidateFunction>()

export interface Problem {
  /** JSON pointer below the checked value. */
  pointer: string
  says: string
}

export function isBlockType(type: string): boolean {
  return definitionOf.has(type)
}

/** What in a block does not fit `block-kit.schema.json`, the deepest places first and five at most. */
export function schemaProblems(type: string, block: unknown): Problem[] {
  const name = definitionOf.get(type)
  if (name === undefined) return [{ pointer: '/type', says: `unsupported type: ${type}` }]
  const validate = compiled.get(name) ?? ajv.compile({ $ref: `kit#/definitions/${name}` })
  compiled.set(name, validate)
  if (validate(block)) return []
  return telling(validate.errors ?? []).map((error) => ({ pointer: error.instancePath, says: sentence(error) }))
}

/** Of all that `anyOf` tried, what was wrong furthest in: the alternative that was meant. */
function telling(errors: ErrorObject[]): ErrorObject[] {
  const direct = errors.filter((error) => !['anyOf', 'const', 'if'].includes(error.keyword))
  const candidates = direct.length > 0 ? direct : errors
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length
  const deepest = Math.max(...candidates.map(depth))
  return candidates.filter((error) => depth(error) === deepest).slice(0, 5)
}

const facts = z.object({
  limit: z.number().optional(),
  missingProperty: z.string().optional(),
  additionalProperty: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
})

/** In Slack's words. */
function sentence(error: ErrorObject): string {
  const { limit = 0, missingProperty, additionalProperty } = facts.parse(error.params)
  switch (error.keyword) {
    case 'maxLength':
      return `must be less than ${limit + 1} characters`
    case 'maxItems':
      return `no more than ${limit} items allowed`
    case 'required':
      return `missing required field: ${missingProperty}`
    case 'additionalProperties':
      return `invalid additional property: ${additionalProperty}`
    default:
      return error.message ?? error.keyword
  }
}
