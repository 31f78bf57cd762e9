import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RITA } from '../../playground/slack/index.ts'
import { newCustomer, told } from '../support/customer.ts'
import { cardOf, keyOn } from '../support/people.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { findChromium, openChromium, pageIsRequired } from './chromium.ts'

const chromium = findChromium()

/** Where a Chromium is missing and wanted, `page-journey.test.ts` is the one that fails. */
describe.skipIf(chromium === undefined && !pageIsRequired())('the page, with a desk in Persian', () => {
  let kubit: Shipped
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    kubit = await startShipped('kubit')
    const rita = kubit.test.slack.users().find(({ id }) => id === RITA)
    if (rita) rita.locale = 'fa-IR'
    browser = await openChromium(chromium ?? '')
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
    page.setDefaultTimeout(8000)
    await page.goto(kubit.test.playground.url)
  })
  afterAll(async () => {
    await browser?.close()
    await kubit?.test.stop()
  })

  it('nothing changes places on a card, its buttons end at the left, and what is chosen is not cut', async () => {
    const { test } = kubit
    const parisa = newCustomer(test, 'پریسا', 'fa')
    test.telegram.write(parisa, 'سرور db-01 روشن نمی‌شود')
    const key = keyOn(test, await cardOf(test, 'db-01'))
    const card = page.getByTestId('agents-messages').getByRole('article').filter({ hasText: key })
    const heading = card.getByRole('heading')
    await heading.waitFor()

    expect(await fromRight(heading, ['تیکت', key, 'سرور', 'db-01', 'روشن'])).toEqual([
      'تیکت',
      key,
      'سرور',
      'db-01',
      'روشن',
    ])
    for (const one of await card.locator('.button, .menu, .field-value').all()) expect(await runs(one)).toBe('rtl')
    const menus = await card.locator('.menu').all()
    expect(menus.length).toBeGreaterThan(1)
    for (const menu of menus) expect(await tooWide(menu)).toBeLessThanOrEqual(0)
  })

  it('a customer’s chat reads from the right: key, code, and each button', async () => {
    const { test } = kubit
    const parisa = newCustomer(test, 'مینا', 'fa')
    test.telegram.write(parisa, 'دسترسی VPN ندارم')
    await told(test, parisa, 'سپاسگزاریم')
    test.telegram.write(parisa, '/help')
    await told(test, parisa, '/unwatch DEMO-17')
    await page.getByTestId(`telegram-as-${parisa}`).click()
    const bubble = (words: string) => page.getByTestId('telegram-message').filter({ hasText: words }).last()
    const help = bubble('/unwatch DEMO-17')
    await help.waitFor()
    expect(await fromRight(help, ['روند', '/status', 'DEMO-17'])).toEqual(['روند', 'DEMO-17', '/status'])
    for (const button of await page.getByTestId('telegram-key').all()) expect(await runs(button)).toBe('rtl')
  })

  it('Rita’s form, with her profile in Persian, reads from the right, and so does what she types', async () => {
    await page.getByTestId('requester-write').fill('/ticket')
    await page.getByTestId('requester-write').press('Enter')
    const form = page.getByTestId('requester').getByRole('dialog')
    await form.getByText('موضوع', { exact: true }).waitFor()
    expect(await runs(form.getByTestId('dialog-submit'))).toBe('rtl')
    await form.getByTestId('field-field:subject').fill('سرور db-01')
    expect(await runs(form.getByTestId('field-field:subject'))).toBe('rtl')
  })
})

/** The words in the order they stand on their line, from the right. */
async function fromRight(within: Locator, words: string[]): Promise<string[]> {
  const places = await within.evaluate((root, sought) => {
    const page = root.ownerDocument
    const shown = page.createTreeWalker(root, 4) // NodeFilter.SHOW_TEXT
    const found = new Map<string, number>()
    for (let node = shown.nextNode(); node; node = shown.nextNode()) {
      for (const word of sought) {
        const at = (node.textContent ?? '').indexOf(word)
        if (at < 0 || found.has(word)) continue
        const range = page.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        const { left, right } = range.getBoundingClientRect()
        found.set(word, (left + right) / 2)
      }
    }
    return [...found]
  }, words)
  return places.toSorted(([, one], [, other]) => other - one).map(([word]) => word)
}

function runs(of: Locator): Promise<string> {
  return of.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction ?? '')
}

/** How much wider than its room a menu's words are, in px. */
function tooWide(menu: Locator): Promise<number> {
  return menu.evaluate((select) => {
    const page = select.ownerDocument
    const free = select.cloneNode(false)
    free.append(new page.defaultView.Option(select.selectedOptions[0]?.textContent))
    free.style.maxWidth = 'none'
    select.after(free)
    const missing = free.getBoundingClientRect().width - select.getBoundingClientRect().width
    free.remove()
    return missing
  })
}
