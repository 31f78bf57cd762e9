import type { Stage } from '../ticket/ticket.ts'
import type { Label } from './label.ts'
import type { Plan } from './plans.ts'
import type { Role } from './roles.ts'
import type { TicketType } from './types.ts'

/** Labels of the statuses a desk gets without naming them. */
export const builtInStatusLabels: Record<Stage, Label> = {
  new: { en: 'New', sv: 'Nytt', ru: 'Новый', ro: 'Nou', fa: 'جدید' },
  open: { en: 'Open', sv: 'Öppet', ru: 'Открыт', ro: 'Deschis', fa: 'باز' },
  'waiting-requester': {
    en: 'Waiting for you',
    sv: 'Väntar på dig',
    ru: 'Ждёт вас',
    ro: 'Vă așteaptă',
    fa: 'منتظر شما',
  },
  'waiting-other': { en: 'On hold', sv: 'Vilande', ru: 'Отложен', ro: 'În așteptare', fa: 'معلق' },
  resolved: { en: 'Resolved', sv: 'Löst', ru: 'Решён', ro: 'Rezolvat', fa: 'حل‌شده' },
  closed: { en: 'Closed', sv: 'Stängt', ru: 'Закрыт', ro: 'Închis', fa: 'بسته' },
}

/** The type of a desk that names none. */
export const builtInType: TicketType = {
  id: 'question',
  label: { en: 'Question', sv: 'Fråga', ru: 'Вопрос', ro: 'Întrebare', fa: 'پرسش' },
  hints: {},
  asks: [],
  fields: [],
  agentFields: [],
}

/** What anybody who asks may do, unless the desk says otherwise. */
export const builtInRequester: Role = {
  id: 'requester',
  who: { slackGroup: [], slackMembersOf: [], slack: [], telegram: [], telegramMembersOf: [] },
  may: ['open', 'reply', 'resolve', 'reopen', 'rate', 'watch', 'share'],
}

/** The plan of a desk that promises no times. */
export const builtInPlan: Plan & { id: string } = { id: 'standard', calendar: 'always', targets: {} }
