import { asDomain, isPublicDomain, type RuleKind } from '../../domain/organisation.ts'
import { Refusal } from '../../domain/refusal.ts'

/**
 * A rule's value as it is kept.
 * @throws Refusal `rule-is-odd` for what is none, `domain-is-public` for one where anybody has an address
 */
export function ruleOf(kind: RuleKind, text: string): string {
  const value = kind === 'domain' ? asDomain(text) : text.trim().toUpperCase()
  const shaped = kind === 'channel' ? /^[CG][A-Z0-9]+$/ : kind === 'workspace' ? /^[TE][A-Z0-9]+$/ : /./
  if (value === undefined || !shaped.test(value)) throw new Refusal('rule-is-odd', { kind, value: text })
  if (kind === 'domain' && isPublicDomain(value)) throw new Refusal('domain-is-public', { value })
  return value
}
