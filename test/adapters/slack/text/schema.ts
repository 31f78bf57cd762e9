import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

const contract = new URL('../../../../playground/contracts/block-kit.schema.json', import.meta.url)
const ajv = new Ajv({ strict: false })
// JSON of our own, checked in.
ajv.addSchema(JSON.parse(readFileSync(contract, 'utf8')), 'block-kit')

/** What Block Kit's published types and limits say against a message's blocks; empty when nothing. */
export function faultsIn(blocks: unknown): unknown[] {
  const validate = ajv.getSchema('block-kit#/definitions/Blocks')
  if (validate === undefined) throw new Error('the contract has no Blocks')
  return validate(blocks) ? [] : (validate.errors ?? ['invalid'])
}
