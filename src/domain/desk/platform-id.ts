import { z } from 'zod'
import type { Rule } from './fault.ts'
import { by } from './shape.ts'

/** The platforms a desk can name; the same words as in `adapter.ts`, which the domain may not import. */
export type Platform = 'slack' | 'telegram'

/** A place on a platform, named without the account: one process is one Slack app and one bot (design.md §8). */
export interface Place {
  platform: Platform
  /** Slack channel id, or Telegram chat id in decimal. */
  chat: string
}

/** A name still to be set: it stays in a file only where its platform has no token, and its line is switched off. */
const VARIABLE = /^\$\{\w+\}$/

const SLACK_CHANNEL = /^[CG][A-Z0-9]+$/

export const slackChannel = idLike(SLACK_CHANNEL, 'slack-channel')
export const slackUser = idLike(/^[UW][A-Z0-9]+$/, 'slack-user')
export const slackGroup = idLike(/^S[A-Z0-9]+$/, 'slack-group')
export const telegramChat = idLike(/^-?\d+$/, 'telegram-chat')
export const telegramUser = idLike(/^\d+$/, 'telegram-user')
/** A place on either platform. */
export const place = idLike(/^([CG][A-Z0-9]+|-?\d+)$/, 'place')

/** Telegram's ids are numbers and YAML reads them so; inside all ids are text. */
function idLike(shape: RegExp, rule: Rule) {
  return z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().refine((text) => shape.test(text) || VARIABLE.test(text), by(rule)),
  )
}

/** Whose id this is: by its look, or by its name where it is a variable without a value. */
export function platformOf(id: string): Platform {
  if (VARIABLE.test(id)) return /telegram/i.test(id) ? 'telegram' : 'slack'
  return SLACK_CHANNEL.test(id) ? 'slack' : 'telegram'
}
