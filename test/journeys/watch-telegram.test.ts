import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow, inThread, labelsOn, newCustomer, pressed, threadOf, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { whispered } from '../support/slack-asks.ts'
import { smallFiles } from '../support/small-files.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk, ({ fault }) => fault === 'bot-was-blocked-by-the-user')
  await desk.stop()
})

interface Asked {
  customer: number
  card: SlackMessage
  key: string
}

async function asks(name: string): Promise<Asked> {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} has no light`)
  const card = await cardOf(desk, `${name} has no light`)
  await told(desk, customer, 'this is ticket')
  return { customer, card, key: keyOn(desk, card) }
}

/** The start parameter of the newest link somebody was given. */
async function linkFor({ customer, key }: Asked): Promise<string> {
  const before = chatOf(desk, customer).length
  desk.telegram.write(customer, `/watch ${key}`)
  return until(() => {
    const links = chatOf(desk, customer)
      .slice(before)
      .map((text) => /t\.me\/\w+\?start=([\w-]+)/.exec(text)?.[1])
    return links.findLast((link) => link !== undefined)
  }, 'a link')
}

/** Somebody new follows a link. */
function follows(name: string, link: string): number {
  const id = 8000 + desk.telegram.people().length
  desk.telegram.add({ id, first_name: name, language_code: 'en' })
  desk.telegram.start(id, link)
  return id
}

const answer = (customer: number, message: { id: number }, text: string) =>
  desk.telegram.write(customer, { text, replyTo: message.id })

it('Nora hands on a link: Olaf reads what was said and no note, writes, edits, takes back, and gets files', async () => {
  const { slack, telegram } = desk
  const asked = await asks('Nora')
  slack.say(ADA, TRIAGE, { text: '// a canary among agents', thread: asked.card.ts })
  slack.say(ADA, TRIAGE, { text: 'Since when?', thread: asked.card.ts })
  await told(desk, asked.customer, 'Since when?')
  const olaf = follows('Olaf', await linkFor(asked))
  await told(desk, olaf, `Nora brought you into ${asked.key}`)
  await told(desk, olaf, 'Nora has no light')
  const question = await told(desk, olaf, 'Since when?')
  const joined = await told(desk, asked.customer, 'Nora brought Olaf into')
  expect(labelsOn(joined)).toEqual(['Take out Olaf'])
  await until(() => cardNow(desk, asked.card).includes('Also read by'), 'that the card says who reads along')

  const said = answer(olaf, question, 'Since noon')
  await inThread(desk, asked.card, /Olaf\s+Since noon/)
  await told(desk, asked.customer, /Olaf.*\s+Since noon/)
  telegram.edit(olaf, said, 'Since one')
  await told(desk, asked.customer, 'Since one')
  telegram.write(olaf, { text: '/delete', replyTo: said })
  await until(() => toldNow(desk, asked.customer, 'Since one') === undefined, 'that Nora reads it no more')
  // With nothing else open a plain word goes there, too.
  telegram.write(olaf, 'All floors are dark')
  await told(desk, asked.customer, 'All floors are dark')

  slack.say(ADA, TRIAGE, {
    text: 'See this',
    thread: asked.card.ts,
    files: [{ name: 'plan.png', bytes: smallFiles.png, mimetype: 'image/png' }],
  })
  await until(() => telegram.messages(olaf).find(({ kind }) => kind === 'photo'), 'the plan for Olaf')
  const wrong = slack.say(ADA, TRIAGE, { text: 'Wait teh hour', thread: asked.card.ts })
  await told(desk, olaf, 'Wait teh hour')
  slack.edit(ADA, TRIAGE, wrong, 'Wait an hour')
  await told(desk, olaf, 'Wait an hour')
  slack.remove(ADA, TRIAGE, wrong)
  await until(() => toldNow(desk, olaf, 'an hour') === undefined, 'that Olaf reads it no more')
  telegram.write(olaf, '/tickets')
  await told(desk, olaf, /Nora has no light.*where you read along/)
  expect(chatOf(desk, olaf).join()).not.toContain('canary')

  await pressed(desk, asked.customer, 'Take out Olaf')
  await told(desk, olaf, 'goes on without you')
  telegram.write(olaf, 'Am I still here?')
  await cardOf(desk, 'Am I still here?')
  expect(threadOf(desk, asked.card).join()).not.toContain('still here')
})

it('a link lets in five, for three days, and never whom somebody took out; one made up lets in nobody', async () => {
  const asked = await asks('Pavel')
  const link = await linkFor(asked)
  const first = follows('First', link)
  await told(desk, first, `into ${asked.key}`)
  await pressed(desk, asked.customer, 'Take out First')
  await told(desk, first, 'goes on without you')
  desk.telegram.start(first, link)
  await told(desk, first, 'lets nobody in any more')
  for (const name of ['Second', 'Third', 'Fourth', 'Fifth']) {
    const id = follows(name, link)
    await told(desk, id, `into ${asked.key}`)
  }
  const sixth = follows('Sixth', link)
  await told(desk, sixth, 'lets nobody in any more')
  const liar = follows('Liar', `watch-${'A'.repeat(22)}`)
  await told(desk, liar, 'lets nobody in any more')
  // The button of a card means something, but no way in.
  desk.telegram.write(sixth, `/watch ${asked.key}`)
  await told(desk, sixth, `There is no ticket ${asked.key}`)
  desk.telegram.start(asked.customer, link)
  await told(desk, asked.customer, 'is read by Pavel already')
  expect(await timesHappened(desk, asked.key, 'WatcherAdded')).toBe(5)
})

it('who has blocked the bot does not hear it, and the agents are told; an agent brings in Kim of Slack', async () => {
  const { slack, telegram } = desk
  const asked = await asks('Rosa')
  const ugo = follows('Ugo', await linkFor(asked))
  await told(desk, ugo, `into ${asked.key}`)
  telegram.block(ugo)
  slack.say(ADA, TRIAGE, { text: 'Are you there?', thread: asked.card.ts })
  await told(desk, asked.customer, 'Are you there?')
  await inThread(desk, asked.card, 'This did not reach Ugo')
  await slack.command(ADA, HELP, '/ticket', `unwatch ${asked.key} ${ugo}`)
  await inThread(desk, asked.card, 'took Ugo out')
  telegram.unblock(ugo)

  await slack.command(ADA, HELP, '/ticket', `watch ${asked.key} <@${KIM}|kim>`)
  await whispered(desk, ADA, 'is also read by Kim')
  const root = await until(() => seen(slack, slack.dm(KIM), asked.key), 'that Kim is told')
  expect(slack.textOf(root)).toContain('Ada brought you into')
  slack.say(KIM, slack.dm(KIM), { text: 'I come by', thread: root.ts })
  await told(desk, asked.customer, /Kim.*\s+I come by/)
  const known = newCustomer(desk, 'Vera')
  await told(desk, known, 'Hello Vera')
  await slack.command(ADA, HELP, '/ticket', `watch ${asked.key} ${known}`)
  await told(desk, known, `brought you into ${asked.key}`)
  desk.telegram.write(known, `/unwatch ${asked.key}`)
  await told(desk, known, 'do not read along')
  await told(desk, asked.customer, 'Vera has left')
})

it('merged: who reads along goes on with it, and reads nothing of what was said there before', async () => {
  const { slack, telegram } = desk
  const asked = await asks('Wim')
  telegram.write(asked.customer, `/new Wim has no water`)
  await pressed(desk, asked.customer, 'Question')
  await pressed(desk, asked.customer, 'Send')
  const other = await cardOf(desk, 'Wim has no water')
  slack.say(ADA, TRIAGE, { text: 'Your salary is secret', thread: other.ts })
  await told(desk, asked.customer, 'Your salary is secret')
  const xena = follows('Xena', await linkFor(asked))
  await told(desk, xena, `into ${asked.key}`)
  const into = keyOn(desk, other)
  await slack.command(ADA, HELP, '/ticket', `merge ${asked.key} into ${into}`)
  await told(desk, xena, `${asked.key} goes on in ${into}`)
  telegram.write(xena, 'I go on here')
  await inThread(desk, other, /Xena\s+I go on here/)
  await told(desk, asked.customer, 'I go on here')
  expect(chatOf(desk, xena).join()).not.toContain('salary')

  // Undone: the other one is not theirs any more, and they go on in the one they were brought into.
  await slack.command(ADA, HELP, '/ticket', `unmerge ${asked.key}`)
  await told(desk, xena, `${asked.key} is a ticket of its own again`)
  await told(desk, xena, `${into} goes on without you`)
  slack.say(ADA, TRIAGE, { text: 'Your water costs a canary', thread: other.ts })
  await told(desk, asked.customer, 'costs a canary')
  telegram.write(xena, 'There is light again')
  await inThread(desk, asked.card, /Xena\s+There is light again/)
  expect(chatOf(desk, xena).join()).not.toContain('canary')
})

it('who was taken out of the company that asked is let in anew by a fresh link, and by no older one', async () => {
  const { slack, telegram } = desk
  const [yara, zoe] = [newCustomer(desk, 'Yara'), newCustomer(desk, 'Zoe')]
  for (const one of [yara, zoe]) await told(desk, one, 'Hello')
  const org = (words: string) => slack.command(ADA, TRIAGE, '/desk', `org ${words}`)
  await org('add Acme')
  await whispered(desk, ADA, 'Acme is there')
  for (const [one, name] of [
    [yara, 'Yara'],
    [zoe, 'Zoe'],
  ] as const) {
    await org(`person Acme ${one}`)
    await whispered(desk, ADA, `${name} belongs to Acme`)
  }
  telegram.write(yara, 'Yara has no light')
  const card = await cardOf(desk, 'Yara has no light')
  const asked = { customer: yara, card, key: keyOn(desk, card) }
  const link = await linkFor(asked)
  telegram.start(zoe, link)
  await told(desk, zoe, `Yara brought you into ${asked.key}`)
  await org(`remove person ${zoe}`)
  await whispered(desk, ADA, 'Zoe belongs to no organisation any more')
  telegram.start(zoe, link)
  await told(desk, zoe, 'lets nobody in any more')
  telegram.start(zoe, await linkFor(asked))
  await until(async () => (await timesHappened(desk, asked.key, 'WatcherAdded')) === 2, 'that Zoe is let in anew')
  slack.say(ADA, TRIAGE, { text: 'Look at the fuse', thread: card.ts })
  await told(desk, zoe, 'Look at the fuse')
})
