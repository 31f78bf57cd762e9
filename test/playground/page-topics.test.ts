import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedDesk } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { FORUM, TG_ADA } from '../support/forum.ts'
import { findChromium, openChromium, openPage, pageIsRequired } from './chromium.ts'

const chromium = findChromium()

/** Where a Chromium is missing and wanted, `page-journey.test.ts` is the one that fails. */
describe.skipIf(chromium === undefined && !pageIsRequired())('topics on the page', () => {
  let desk: TestDesk
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    desk = await startTestDesk({ desks: await shippedDesk('forum'), privateTopics: { theirs: true } })
    browser = await openChromium(chromium ?? '')
    page = await openPage(browser, desk.playground.url, faults)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })

  const at = (id: string) => page.getByTestId(id)
  const shown = (words: string | RegExp) => at('telegram-message').filter({ hasText: words })
  const service = (words: string) => at('telegram-service').filter({ hasText: words })
  const listed = (words: string | RegExp) => at('telegram-topic').filter({ hasText: words })
  const head = (words: string) => page.locator('.phone-head').getByText(words)
  const writes = async (words: string) => {
    await at('telegram-write').fill(words)
    await at('telegram-write').press('Enter')
  }
  const as = (who: number) => at(`telegram-as-${who}`).click()

  it('a customer’s tickets have a topic each, and the agents’ group has one for each of them', async () => {
    // Cara writes in none of her topics: her app makes one, which becomes the ticket's.
    await at('telegram-start').click()
    await shown('/start').waitFor()
    await writes('The printer smokes')
    await head('FORUM-1 The printer smokes').waitFor()
    await shown('this is ticket FORUM-1').waitFor()
    await at('telegram-back').click()
    await at('telegram-topic-name').fill('My second question')
    await at('telegram-topic-make').click()
    await head('My second question').waitFor()
    await writes('The lamp is dark')
    await head('FORUM-2 The lamp is dark').waitFor()
    await at('telegram-back').click()
    expect(await at('telegram-topic').count()).toBe(3)

    // Ada sees both in her group, the newest first, each with its icon and its last words.
    await as(TG_ADA)
    await listed('FORUM-2 The lamp is dark').waitFor()
    const topics = page.locator('[data-testid=telegram-topic][data-kind=topic]')
    expect(await topics.allInnerTexts()).toEqual([
      expect.stringMatching(/^❗️?\s*🆕 FORUM-2 The lamp is dark\s+Deskhand: Cara\sThe lamp is dark/),
      expect.stringMatching(/^❗️?\s*🆕 FORUM-1 The printer smokes/),
    ])
    await listed('FORUM-1').click()
    await service('Deskhand created the topic').waitFor()
    await shown('Requester:').getByTestId('telegram-key').filter({ hasText: 'Take' }).click()
    await shown('Requester:').filter({ hasText: 'Assignee: Ada' }).waitFor()
    await writes('Is it on fire, too?')
    await shown('Is it on fire, too?').locator('.bubble-reactions').filter({ hasText: '👌' }).waitFor()
    await writes('// she is a careful one')
    await shown('only you see this').filter({ hasText: 'This stays between us' }).waitFor()
    expect(await shown('The lamp is dark').count()).toBe(0)

    // Bo does not see what Ada alone was told.
    await as(7102)
    await listed('FORUM-1').click()
    await shown('Is it on fire, too?').waitFor()
    expect(await shown('only you see this').count()).toBe(0)

    await as(7001)
    await listed('FORUM-1').getByLabel('1 new').waitFor()
    await listed('FORUM-1').click()
    await shown('Is it on fire, too?').waitFor()
    expect(await shown('careful').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('closing a topic resolves its ticket, and opening it again reopens it; a deleted one is made again', async () => {
    await as(TG_ADA)
    await at('telegram-topic-menu').click()
    await at('telegram-topic-turn').click()
    await service('Ada closed the topic').waitFor()
    await shown('Requester:').filter({ hasText: 'Status: Done' }).waitFor()
    await at('telegram-back').click()
    await listed('✅ FORUM-1').getByLabel('closed').waitFor()

    // Bo does not run the group, so he may not write there.
    await as(7102)
    await at('telegram-closed').waitFor()
    expect(await at('telegram-write').isVisible()).toBe(false)

    await as(TG_ADA)
    await listed('FORUM-1').click()
    await at('telegram-topic-menu').click()
    await at('telegram-topic-turn').click()
    await service('Ada opened the topic again').waitFor()
    await shown('Requester:').filter({ hasText: 'Status: In progress' }).waitFor()

    await at('telegram-topic-menu').click()
    await at('telegram-topic-delete').click()
    await listed('FORUM-2').waitFor()
    expect(await listed('FORUM-1').count()).toBe(0)
    await as(7001)
    await writes('No, it only smokes')
    await as(TG_ADA)
    await listed('FORUM-1').click()
    await shown('The topic of this ticket was deleted').waitFor()
    await shown('No, it only smokes').waitFor()
    await at('telegram-back').click()
    await listed('General').click()
    await writes('/unassigned')
    await shown('only you see this').filter({ hasText: 'FORUM-2' }).waitFor()
    expect(desk.telegram.messages(FORUM).some(({ text }) => text === '/unassigned')).toBe(true)
    expect(faults).toEqual([])
  })

  it('what is chosen at @BotFather is chosen beside the bot’s name', async () => {
    await as(7002)
    await at('telegram-topics-setting').click()
    await at('telegram-topics-off').click()
    await page.getByText('Start the desk again').waitFor()
    expect(desk.telegram.topics()).toBeUndefined()
    await at('telegram-topics-setting').click()
    await at('telegram-topics-the-bots').click()
    await expect.poll(() => desk.telegram.topics()).toEqual({ theirs: false })
    expect(faults).toEqual([])
  })
})
