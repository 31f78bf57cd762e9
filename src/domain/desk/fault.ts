import { acts } from './act.ts'

/** One thing wrong in a desk file, with all that is needed to mend it. */
export interface Fault {
  file: string
  /** `types.bug.fields[2].kind`; empty for the file as a whole. */
  path: string
  /** What stands there; undefined where nothing does. */
  value: unknown
  rule: Rule
  /** What may stand there. */
  allowed: string
  repair: string
}

/** A desk file that cannot be used. Its message is for whoever starts the desk: one line for each fault. */
export class DeskFault extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(printFault).join('\n'))
    this.name = 'DeskFault'
    this.faults = faults
  }
}

/** What is allowed and how to mend it, by rule. Where the names allowed depend on the file, the fault brings its own. */
const rules = {
  missing: { allowed: 'a value', repair: 'Add it; desks/demo.yaml shows every part with a comment.' },
  'wrong-type': {
    allowed: 'another kind of value',
    repair: 'Write that kind of value; a number or date meant as text goes in quotes.',
  },
  'not-one-of': { allowed: 'one of a few names', repair: 'Choose one of the names allowed.' },
  'unknown-key': { allowed: 'no other key', repair: 'Rename it to one of the keys allowed, or remove it.' },
  'unknown-name': { allowed: 'nothing: this file defines none', repair: 'Use a name this file defines, or define it.' },
  empty: { allowed: 'at least one', repair: 'Write at least one, or remove the line.' },
  id: {
    allowed: 'small letters, digits, hyphens, beginning with a letter',
    repair: 'Write it like waiting-requester.',
  },
  uncounted: {
    allowed: 'false for the stage resolved alone',
    repair: 'Remove it, or give the status the stage resolved.',
  },
  duplicate: { allowed: 'a name not used before', repair: 'Give one of the two another name.' },
  reserved: { allowed: 'any other id', repair: 'Choose another id; every ticket already has a field of this name.' },
  prefix: { allowed: '2 to 10 capital letters and digits, beginning with a letter', repair: 'Write it like DEMO.' },
  language: { allowed: 'language tags such as en, sv or pt-BR', repair: 'Write the language as BCP 47 does.' },
  zone: { allowed: 'an IANA time zone', repair: 'Write it like Europe/Stockholm.' },
  duration: {
    allowed: 'an ISO 8601 duration longer than zero',
    repair: 'Write it like PT48H (exact) or P14D (days by the clock on the wall).',
  },
  'duration-or-zero': { allowed: 'an ISO 8601 duration', repair: 'Write it like PT15M, or PT0S for at once.' },
  'exact-duration': {
    allowed: 'an exact ISO 8601 duration in hours, minutes and seconds',
    repair: 'Write it like PT24H: a day of business hours could mean several things.',
  },
  retention: {
    allowed: 'an ISO 8601 duration of 30 days or more, in years, months, weeks or days',
    repair: 'Write it like P24M.',
  },
  warning: { allowed: 'an exact duration or a percentage', repair: 'Write it like PT10M or 80%.' },
  interval: {
    allowed: 'HH:MM-HH:MM, 24:00 only as the end',
    repair: 'Write it like 09:00-17:00; 22:00-06:00 runs past midnight.',
  },
  'empty-interval': { allowed: 'an end that is not the start', repair: 'Write the real end, or remove the interval.' },
  date: { allowed: 'a date YYYY-MM-DD', repair: 'Write it in quotes, like "2026-12-25".' },
  'calendar-never-open': {
    allowed: 'at least one open interval',
    repair: 'Add weekly hours, or say alwaysOpen: true.',
  },
  'override-overlap': {
    allowed: 'hours that do not begin before the night of the date before ends',
    repair: 'End the night at 24:00, or begin this date after it.',
  },
  'target-out-of-reach': {
    allowed: 'a target that the open hours of 366 days reach',
    repair: 'Shorten the target, or name a calendar that is open longer.',
  },
  'calendar-always-open': { allowed: 'alwaysOpen alone', repair: 'Remove alwaysOpen, or everything beside it.' },
  'slack-channel': {
    allowed: `a Slack channel id (C… or G…) or \${NAME}`,
    repair: 'Copy it from the foot of the channel’s details in Slack.',
  },
  'slack-user': {
    allowed: `a Slack member id (U… or W…) or \${NAME}`,
    repair: 'Copy it from the person’s profile in Slack: three dots, Copy member ID.',
  },
  'slack-group': {
    allowed: `a Slack user group id (S…) or \${NAME}`,
    repair: 'Copy it from the user group’s page in Slack.',
  },
  'telegram-chat': {
    allowed: `a Telegram group id such as -1001234567890 or \${NAME}`,
    repair: 'Add the bot to the group and read the id from its log.',
  },
  'telegram-user': {
    allowed: `a Telegram user id such as 7101 or \${NAME}`,
    repair: 'Write the number, not the @name: names can change hands.',
  },
  tag: {
    allowed: 'a tag as it is kept: small letters, digits, - and _, without #',
    repair: 'Write it like vip or printer-3.',
  },
  place: {
    allowed: `a Slack channel id, a Telegram group id or \${NAME}`,
    repair: 'Write a channel like C0123ABCD or a group like -1001234567890.',
  },
  tell: {
    allowed: 'assignee, channel, group:S…, person:U… or the number of somebody in Telegram after person:',
    repair: 'Write it like group:S0123ABCD or person:7001.',
  },
  anchor: {
    allowed: 'last-message, last-agent-reply or enter-status:STATUS',
    repair: 'Write it like enter-status:waiting.',
  },
  act: { allowed: `${acts.join(', ')}, * or to:STATUS`, repair: 'Use one of the acts allowed.' },
  blank: {
    allowed: 'blanks like {requester}, {key}, {agent}, {subject} or a name of your own such as {days}',
    repair: 'Write small letters, digits and hyphens between the braces.',
  },
  'same-blanks': {
    allowed: 'the blanks of the English text, all of them',
    repair: 'Name the same blanks in every language: an agent fills them in once.',
  },
  'one-default': {
    allowed: 'exactly one priority with default: true',
    repair: 'Mark the priority a new ticket has with default: true, and only that one.',
  },
  'default-plan': {
    allowed: 'the name of a plan',
    repair: 'Say which plan counts for people without an organisation.',
  },
  'default-not-offered': {
    allowed: 'a target for the default priority in every plan that has targets',
    repair: 'Add it; {} offers the priority and promises nothing. Or make another priority the default.',
  },
  'write-unseen': {
    allowed: 'write: true only with seeAll: true',
    repair: 'Add seeAll: true, or remove write.',
  },
  'requester-moves': {
    allowed: 'a role besides requester',
    repair: 'Name who works here; requesters move a ticket by writing, closing and reopening it (moves).',
  },
  stage: { allowed: 'a status of another stage', repair: 'Name a status whose stage fits this move.' },
  'needs-options': { allowed: 'options for choice and many', repair: 'List the options to choose from.' },
  'no-options': { allowed: 'options for choice and many only', repair: 'Remove the options, or make the kind choice.' },
  'shares-nobody': {
    allowed: 'true on a form’s field of kind person, where organisations.share or organisations.seeAll is true',
    repair: 'Move it to such a field and write organisations: { share: true }, or remove it.',
  },
  'no-max': { allowed: 'max for text, longtext, many and file only', repair: 'Remove max.' },
  'not-earlier': {
    allowed: 'an earlier field of kind choice, many or yesno',
    repair: 'Move that field above this one, or name another.',
  },
  'no-agents': { allowed: 'a role besides requester', repair: 'Add a role such as agent, and say who has it.' },
  'requester-always': {
    allowed: 'open, reply and reopen, and of resolve, rate, watch and share what this desk wants',
    repair: 'Add the three: whoever asks may always ask, answer and come back.',
  },
  'no-rota': {
    allowed: 'none, while nobody who may take a ticket is named by slack, slackGroup, slackMembersOf or telegram',
    repair: 'Name them one by one (telegram: [7101]): Telegram tells a bot of no group who is in it.',
  },
  'no-triage': {
    allowed: 'channels.slack.triage, or a group in channels.telegram.triage',
    repair: 'Name the channel where agents work; without its platform’s token a channel does not count.',
  },
  'unset-variable': {
    allowed: 'a variable that is set',
    repair: 'Set it in the environment or in .env, or write the id itself.',
  },
  yaml: { allowed: 'YAML', repair: 'Mend the line; indentation is by spaces, and a text with a colon goes in quotes.' },
  'no-such-file': { allowed: 'a desk file, or a folder of *.yaml', repair: 'Correct the path in DESKS.' },
} satisfies Record<string, { allowed: string; repair: string }>

export type Rule = keyof typeof rules

/** Is this one of our rules? The shapes name theirs as zod messages. */
export function isRule(word: string): word is Rule {
  return Object.hasOwn(rules, word)
}

export const allRules: readonly string[] = Object.keys(rules)

/** Puts a fault together; `allowed` where this file's own names are what is allowed. */
export function faultAt(
  file: string,
  path: readonly PropertyKey[],
  rule: Rule,
  value: unknown,
  allowed: readonly string[] = [],
): Fault {
  const names = allowed.length > 0 ? allowed.join(', ') : rules[rule].allowed
  return { file, path: printPath(path), value, rule, allowed: names, repair: rules[rule].repair }
}

/** `types.bug.fields[2].kind` */
export function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}

function printFault(fault: Fault): string {
  const where = fault.path === '' ? fault.file : `${fault.file}: ${fault.path}`
  const what = fault.value === undefined ? 'is missing' : `is ${shorten(JSON.stringify(fault.value) ?? '')}`
  return `${where} ${what}; allowed: ${fault.allowed}. ${fault.repair}`
}

function shorten(words: string): string {
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}
