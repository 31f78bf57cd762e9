import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { findChromium, openChromium, openPage, pageIsRequired } from './chromium.ts'

const chromium = findChromium()
const why = 'no Chromium on this machine (REQUIRE_PAGE=1 makes this a failure)'
const picture = fileURLToPath(new URL('../../docs/playground.png', import.meta.url))

describe('the page, with a desk behind it', () => {
  let desk: TestDesk
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    if (chromium === undefined) {
      if (!pageIsRequired()) process.stderr.write(`skipped: the page in a browser: ${why}\n`)
      return
    }
    desk = await startTestDesk()
    browser = await openChromium(chromium)
    page = await openPage(browser, desk.playground.url, faults)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })

  it('is there', ({ skip }) => {
    skip(chromium === undefined && !pageIsRequired(), why)
    expect(chromium, 'no Chromium on this machine: install one, or unset REQUIRE_PAGE').toBeDefined()
  })

  it('lets Rita and Cara ask, Ada answer both in their threads, and shows both the answers', async ({ skip }) => {
    skip(chromium === undefined, why)
    const at = (id: string) => page.getByTestId(id)
    const message = (where: string, words: string) => at(where).getByRole('article').filter({ hasText: words })

    // given Rita opens the form by the command, and is told in the form what is missing
    await at('requester-write').fill('/ticket')
    await at('requester-write').press('Enter')
    const form = at('requester').getByRole('dialog')
    await form.getByTestId('field-field:subject').fill('The printer on floor 3 is on fire')
    // a type that asks for more is drawn at once, and what she typed stays
    await form.getByTestId('field-field:type').selectOption({ label: 'Something is broken' })
    await form.getByTestId('field-field:steps').waitFor()
    expect(await form.getByTestId('field-field:subject').inputValue()).toBe('The printer on floor 3 is on fire')
    await form.getByTestId('field-field:type').selectOption({ label: 'Question' })
    await form.getByTestId('field-field:steps').waitFor({ state: 'detached' })
    await form.getByTestId('dialog-submit').click()
    await form.getByTestId('problem-field:description').filter({ hasText: 'required' }).waitFor()

    // when she fills it in, and Cara simply writes on Telegram
    await form.getByTestId('field-field:description').fill('Smoke comes out of tray 2. I pulled the plug.')
    await form.getByTestId('dialog-submit').click()
    await form.waitFor({ state: 'hidden' })
    await message('requester', 'DEMO-1').waitFor()
    await at('telegram-start').click()
    await at('telegram-messages').getByTestId('telegram-message').nth(1).waitFor()
    await at('telegram-write').fill('Hello, my invoice of October shows the wrong amount: 120 instead of 12.')
    await at('telegram-write').press('Enter')
    await at('telegram-messages').getByText('DEMO-2').first().waitFor()

    // then Ada sees a card for each
    const cards = at('agents-messages')
    await cards.getByRole('heading', { name: /DEMO-1/ }).waitFor()
    await cards.getByRole('heading', { name: /DEMO-2/ }).waitFor()

    // when she takes both and answers in their threads
    await answer(page, 'DEMO-1', 'Thank you for pulling the plug! Bo is on his way with a new one.')
    await answer(page, 'DEMO-2', 'You are right, that is a mistake of ours. A new invoice is on its way.')

    // then both read it where they asked
    await at('requester').getByTestId('open-thread').click()
    await message('requester-thread', 'Bo is on his way').waitFor()
    await at('telegram-messages').getByText('A new invoice is on its way').waitFor()

    // and what they answer reaches her
    await at('requester-reply').fill('He is here already. Thank you!')
    await at('requester-reply').press('Enter')
    await at('telegram-write').fill('That was quick. Thank you!')
    await at('telegram-write').press('Enter')
    await message('agents-thread', 'That was quick. Thank you!').waitFor()
    await card(page, 'DEMO-1').getByText('4 replies').waitFor()
    await card(page, 'DEMO-2').getByText('4 replies').waitFor()
    if (process.env.SCREENSHOT === '1') await photograph(page)
    expect(faults).toEqual([])
  }, 60_000)

  it('knows people by the names one types: what begins with a colleague’s stays inside, and a command is for its Kim', async ({
    skip,
  }) => {
    skip(chromium === undefined, why)
    const at = (id: string) => page.getByTestId(id)
    const readme = await readFile('README.md', 'utf8')
    const [, words = ''] = /or `(@Bo [^`]+)`: it stays inside/.exec(readme) ?? []
    await at('agents-reply').fill(words)
    await at('agents-reply').press('Enter')
    await at('agents-thread').getByText('This stays between us, because it begins by naming Bo').waitFor()
    expect(desk.telegram.messages(7001).map(({ text }) => text)).not.toContainEqual(expect.stringContaining('look'))

    await at('agents-write').fill('/ticket for @kim The lamp is dark')
    await at('agents-write').press('Enter')
    await card(page, 'DEMO-3').filter({ hasText: 'Kim' }).waitFor()
    expect(faults).toEqual([])
  }, 60_000)

  it('lets Rita and Cara choose their languages: by the command as she types, and in Telegram’s menu, which follows', async ({
    skip,
  }) => {
    skip(chromium === undefined, why)
    const at = (id: string) => page.getByTestId(id)
    await at('requester-close-thread').click()
    await at('requester-write').fill('/l')
    await at('requester').getByText('the languages to choose from').waitFor()
    await at('requester-write').fill('/language')
    await at('requester-write').press('Enter')
    await at('requester').getByRole('button', { name: 'русский' }).click()
    await at('requester').getByText('Теперь язык общения с вами — русский').waitFor()

    await at('telegram-commands').click()
    await at('telegram-command-language').click()
    await at('telegram-messages').getByRole('button', { name: 'русский' }).click()
    await at('telegram-messages').getByText('Теперь язык общения с вами — русский').waitFor()
    await at('telegram-commands').click()
    await at('telegram-command-language').getByText('Выбрать язык').waitFor()
    expect(faults).toEqual([])
  }, 60_000)
})

function card(page: Page, key: string) {
  const heading = page.getByRole('heading', { name: new RegExp(key) })
  return page.getByTestId('agents-messages').getByRole('article').filter({ has: heading })
}

async function answer(page: Page, key: string, words: string): Promise<void> {
  const there = card(page, key)
  await there.getByRole('button', { name: 'Take' }).click()
  await there.locator('.field-value').filter({ hasText: 'Ada' }).waitFor()
  await there.hover()
  await there.getByTestId('reply-in-thread').click()
  await page.getByTestId('agents-reply').fill(words)
  await page.getByTestId('agents-reply').press('Enter')
  await page.getByTestId('agents-thread').getByRole('article').filter({ hasText: words }).waitFor()
}

async function photograph(page: Page): Promise<void> {
  await mkdir(dirname(picture), { recursive: true })
  await page.mouse.move(5, 995)
  await page.screenshot({ path: picture, animations: 'disabled' })
}
