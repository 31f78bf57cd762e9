import { randomUUID } from 'node:crypto'
import { ADA, BO, HELP, KIM, LENA, RITA, SAM, TRIAGE } from '../../playground/slack/index.ts'
import { buttonFor, type Meaning } from '../../src/acts/buttons.ts'
import { acts } from '../../src/domain/desk/act.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { idsOf } from '../../src/ports/ids.ts'
import type { TestDesk } from './desk.ts'
import { forgedInteraction } from './forged.ts'
import { until } from './people.ts'

/** Everybody the matrix asks about, by what they are to Rita's ticket. Nobody is of two kinds. */
export const CONNECT = 'U0CONNECT'
export const ROBOT = 'U0ROBOT'
export const GONE = 'U0GONE'
export const people = {
  lead: LENA,
  agent: ADA,
  requester: RITA,
  'another requester': KIM,
  guest: SAM,
  'somebody of another company': CONNECT,
  bot: ROBOT,
} as const

/** An agent who may everything but this, for every act there is. */
export const allBut = (act: (typeof acts)[number]): string => `U0NO${act.toUpperCase()}`
/** An agent who may set one status and nothing else. */
export const HOLDER = 'U0HOLDER'

/** The demo desk with a role for every leave there is to lack. A guest, a stranger and a bot are named agents: in vain. */
export function withEveryRole(demo: Desk): Desk {
  const nobody = { slackGroup: [], slackMembersOf: [], slack: [], telegram: [], telegramMembersOf: [] }
  const roles = demo.roles.map((role) => {
    if (role.id === 'lead') return { ...role, who: { ...role.who, slack: [LENA] } }
    if (role.id === 'agent') return { ...role, who: { ...role.who, slack: [SAM, CONNECT, ROBOT] } }
    return role
  })
  const lacking = acts.map((act) => ({
    id: `all-but-${act}`,
    who: { ...nobody, slack: [allBut(act)] },
    may: acts.filter((other) => other !== act),
  }))
  const holder = { id: 'holder', who: { ...nobody, slack: [HOLDER] }, may: ['to:on-hold'] }
  return { ...demo, roles: [...lacking, holder, ...roles] }
}

/** They are all there, and all can see #help. */
export function welcome({ slack }: TestDesk): void {
  slack.addUser({ id: CONNECT, name: 'cora', real_name: 'Cora', is_stranger: true })
  slack.addUser({ id: ROBOT, name: 'robot', real_name: 'Robot', is_bot: true })
  for (const id of [GONE, HOLDER, ...acts.map(allBut)]) slack.addUser({ id, name: id.toLowerCase(), real_name: id })
  for (const id of [GONE, CONNECT, ROBOT, SAM]) slack.join(id, TRIAGE)
  for (const id of [...Object.values(people), BO, GONE, HOLDER, ...acts.map(allBut)]) slack.join(id, HELP)
}

/** A button that means this, kept as the desk keeps its own. Returns its id. */
export async function buttonMeaning(desk: TestDesk, meaning: Meaning): Promise<string> {
  const button = buttonFor(idsOf('a-secret-of-tests-a-secret-of-tests'), meaning)
  await desk.desk.store.transaction((unit) => unit.buttons.keep([button]))
  return button.id
}

/** A signed press, in #help. Resolves with what became of it: the outcome its inbox row is kept with. */
export async function press(desk: TestDesk, user: string, button: string, chosen?: string): Promise<string> {
  const trigger = randomUUID()
  const ts = '1700000000.000100'
  const element =
    chosen === undefined
      ? { type: 'button', action_id: 'press:0', value: button }
      : { type: 'users_select', action_id: `people:${button}`, selected_user: chosen }
  await forgedInteraction(desk, {
    type: 'block_actions',
    trigger_id: trigger,
    user: { id: user },
    channel: { id: HELP },
    container: { type: 'message', message_ts: ts, channel_id: HELP },
    message: { ts },
    actions: [{ block_id: 'choices:0', action_ts: ts, ...element }],
  })
  return outcomeOf(desk, trigger)
}

/** A form sent in, signed, with whatever it says it belongs to. Resolves with what Slack was answered. */
export async function submit(
  desk: TestDesk,
  user: string,
  ref: { kind: 'button' | 'draft'; id: string },
  values: Record<string, string>,
): Promise<string> {
  const state = Object.entries(values).map(([id, value]) => [
    `field:${id}`,
    { longtext: { type: 'plain_text_input', value } },
  ])
  const view = {
    id: `V${randomUUID()}`,
    hash: randomUUID(),
    type: 'modal',
    callback_id: 'deskhand_form',
    private_metadata: JSON.stringify({ ref }),
    blocks: [],
    state: { values: Object.fromEntries(state) },
  }
  const { body } = await forgedInteraction(desk, { type: 'view_submission', user: { id: user }, view })
  await desk.desk.idle()
  return body
}

function outcomeOf({ database }: TestDesk, trigger: string): Promise<string> {
  return until(async () => {
    const { rows } = await database.query<{ outcome: string | null }>(
      `select outcome from inbox where key = $1 and state <> 'waiting'`,
      [trigger],
    )
    return rows[0]?.outcome ?? undefined
  }, `what became of the press ${trigger}`)
}
