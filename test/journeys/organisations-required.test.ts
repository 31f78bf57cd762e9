import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { cardNow, newCustomer, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { type Ear, earOf } from '../support/heard.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { allBut, buttonMeaning, press, withEveryRole } from '../support/rights.ts'
import { buttonOn, whispered } from '../support/slack-asks.ts'

/*
 * A desk for its customers' people alone (mutelab of desks.md): whoever is of none is told how to get in, and what they
 * wrote waits and becomes their ticket when they are.
 */

let desk: TestDesk
let ear: Ear

const org = (words: string) =>
  ear.heard(`"user_id": "${ADA}"`, () => desk.slack.command(ADA, TRIAGE, '/desk', `org ${words}`))
const writes = (customer: number, text: string): Promise<string> =>
  ear.heard(`"text": "${text}"`, () => desk.telegram.write(customer, text))

async function invitation(words: string): Promise<string> {
  const before = desk.slack.ephemerals(ADA).length
  expect(await org(words)).toBe('invited')
  const link = await until(() => {
    const shown = desk.slack.ephemerals(ADA).slice(before)
    return shown
      .map((one) => /https:\/\/t\.me\/deskhand_bot\?start=([\w-]+)/.exec(desk.slack.textOf(one))?.[1])
      .find(Boolean)
  }, 'the link')
  return link
}

/** Requesters of this desk may not share. */
function withoutSharing(role: Desk['roles'][number]): Desk['roles'][number] {
  return role.id === 'requester' ? { ...role, may: role.may.filter((act) => act !== 'share') } : role
}

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...withEveryRole({ ...demo, roles: demo.roles.map(withoutSharing) }),
      organisations: { required: true, seeAll: true, write: false, share: false },
    }),
  })
  desk.slack.addUser({ id: allBut('organisation'), name: 'una', real_name: 'Una' })
  ear = earOf(desk)
  await org('add Acme gold')
  await org('domain Acme acme.example')
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('Cara writes, is told once how to get in, follows the link of her company, and both messages are one ticket', async () => {
  const cara = newCustomer(desk, 'Cara')
  expect(await writes(cara, 'canary of Cara')).toBe('waits-for-organisation')
  const how = await told(desk, cara, 'Demo desk is for the people of its customers')
  expect(how.text).toContain('invitation link')
  expect(how.text).toContain('What you wrote is kept')
  expect(await writes(cara, 'and more of Cara')).toBe('waits-for-organisation')
  expect(timesTold(desk, cara, 'is for the people of its customers')).toBe(1)
  expect(await writes(cara, '/start org_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBe('invitation-over')
  expect(seen(desk.slack, TRIAGE, 'Cara')).toBeUndefined()

  const code = await invitation('invite Acme 14 2')
  expect(await writes(cara, `/start ${code}`)).toBe('joined')
  await told(desk, cara, 'Welcome! You belong to Acme at Demo desk now.')
  const card = await cardOf(desk, 'canary of Cara')
  expect(cardNow(desk, card)).toMatch(/Organisation\s+Acme \(gold\)/)
  await until(() => seen(desk.slack, TRIAGE, 'and more of Cara', card.ts), 'her second message in the same ticket')
  expect(await writes(cara, `/start ${code}`)).toBe('member-already')
})

it('a link is counted and can be revoked: whoever comes late is told the same', async () => {
  const [first, second] = [newCustomer(desk, 'Finn'), newCustomer(desk, 'Gwen')]
  const once = await invitation('invite Acme 14 1')
  expect(await writes(first, `/start ${once}`)).toBe('joined')
  expect(await writes(second, `/start ${once}`)).toBe('invitation-over')
  const revoked = await invitation('invite Acme')
  expect(await org('revoke Acme')).toBe('revoked')
  expect(await writes(second, `/start ${revoked}`)).toBe('invitation-over')
  await told(desk, second, 'This invitation is not valid, or no longer')
})

it('an address Dan only claims lets him in nowhere until somebody who may confirms it', async () => {
  const dan = newCustomer(desk, 'Dan')
  expect(await writes(dan, 'canary of Dan')).toBe('waits-for-organisation')
  expect(await writes(dan, '/email not an address')).toBe('not-an-email')
  expect(await writes(dan, '/email dan@acme.example')).toBe('email-claimed')
  await told(desk, dan, 'we cannot send an e-mail there yet')
  const asked = await cardOf(desk, 'Dan says that dan@acme.example is theirs')
  expect(desk.slack.textOf(asked)).toContain('acme.example is Acme')
  expect(await writes(dan, 'canary again of Dan')).toBe('waits-for-organisation')
  const confirm = buttonOn(asked, 'It is them')
  for (const user of [RITA, allBut('organisation')]) expect(await press(desk, user, confirm)).toMatch(/^refused:not-/)
  expect(await writes(dan, '/tickets company')).toBe('listed-none')
  expect(await press(desk, ADA, confirm)).toBe('email-confirmed')
  await told(desk, dan, 'You belong to Acme')
  await cardOf(desk, 'canary of Dan')
  await cardOf(desk, 'Ada confirmed dan@acme.example: Dan belongs to Acme')
  expect(await press(desk, ADA, confirm)).toBe('refused:claim-is-decided')
})

it('an address of nobody’s domain cannot be confirmed before the domain is somebody’s; declined, he stays out', async () => {
  const eve = newCustomer(desk, 'Eve')
  expect(await writes(eve, '/email eve@nowhere.example')).toBe('email-claimed')
  const asked = await cardOf(desk, 'nowhere.example is of no organisation here')
  expect(await press(desk, ADA, buttonOn(asked, 'It is them'))).toBe('refused:domain-is-unknown')
  expect(await press(desk, ADA, buttonOn(asked, 'Decline'))).toBe('email-declined')
  await told(desk, eve, 'We could not confirm eve@nowhere.example')
  expect(await press(desk, ADA, await buttonMeaning(desk, { act: 'confirm-email', argument: 'none' }))).toBe(
    'refused:button-is-stale',
  )
})

it('before people of another company nobody’s address is shown', async () => {
  const { sharedChannels } = desk.desk.store
  const shared = async (is: boolean): Promise<void> => {
    desk.slack.share(TRIAGE, is)
    await sharedChannels.tell({ platform: 'slack', chat: TRIAGE }, is, await sharedChannels.hour())
    await desk.playground.slack.idle()
    await desk.desk.idle()
  }
  await shared(true)
  const gil = newCustomer(desk, 'Gil')
  expect(await writes(gil, '/email gil@acme.example')).toBe('email-claimed')
  await told(desk, gil, 'we cannot send an e-mail there yet')
  await desk.desk.idle()
  expect(seen(desk.slack, TRIAGE, 'gil@acme.example')).toBeUndefined()
  await shared(false)
})

it('a form is not begun in vain, and begins by itself when its person is in', async () => {
  const fay = newCustomer(desk, 'Fay')
  expect(await writes(fay, '/new a form of Fay')).toBe('waits-for-organisation')
  expect(await writes(fay, '/email fay@acme.example')).toBe('email-claimed')
  const asked = await cardOf(desk, 'fay@acme.example')
  await press(desk, ADA, buttonOn(asked, 'It is them'))
  await told(desk, fay, /What is it\?/)
})

it('Rita’s words in Slack wait until her domain is a customer’s; agents need no organisation', async () => {
  const ticket = (user: string, words: string) =>
    ear.heard(`"user_id": "${user}"`, () => desk.slack.command(user, HELP, '/ticket', words))
  expect(await ticket(RITA, 'canary of Rita')).toBe('waits-for-organisation')
  await whispered(desk, RITA, '/ticket email you@your-company.com')
  expect(await ticket(ADA, 'Ada asks as well')).toBe('opened')
  expect(seen(desk.slack, TRIAGE, 'canary of Rita')).toBeUndefined()
  await org('add Demo')
  await org('domain Demo demo.example')
  const card = await cardOf(desk, 'canary of Rita')
  const key = keyOn(desk, card)
  // She sees, and no more: the desk lets colleagues look.
  expect(await ticket(KIM, key)).toBe('status-told')
  expect(await ticket(KIM, `close ${key}`)).toBe('refused:sees-only')
  expect(await ticket(KIM, `share ${key} with Rita`)).toBe('refused:sees-only')
  // Her own, and yet the desk gives those who ask no leave to share; an agent has it.
  expect(await ticket(RITA, `share ${key} with Kim`)).toBe('refused:not-allowed')
  expect(await ticket(ADA, `share ${key} with Kim`)).toBe('brought-in')
})
