import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { HELP, KIM, RITA } from '../../playground/slack/index.ts'
import { findChromium, openChromium, pageIsRequired } from './chromium.ts'

const token = '700001:tests'
const cara = 7001
const chromium = findChromium()

/** Where a Chromium is missing and wanted, `page-journey.test.ts` is the one that fails. */
describe.skipIf(chromium === undefined && !pageIsRequired())('people at the page, without a desk', () => {
  let browser: Browser
  let playground: Playground
  let page: Page
  beforeAll(async () => {
    browser = await openChromium(chromium ?? '')
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    playground = await openPlayground({
      signingSecret: 'a-signing-secret-of-tests',
      slackToken: 'xoxb-tests',
      telegramToken: token,
      now: () => Date.now(),
      retryDelaysMs: { slack: [], telegram: [] },
    })
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(10_000)
    await page.goto(playground.url)
  })
  afterEach(async () => {
    await page?.close()
    await playground?.stop()
  })

  const at = (id: string) => page.getByTestId(id)
  const message = (words: string) => at('requester-messages').getByRole('article').filter({ hasText: words })
  const slack = (method: string, body: object) => post(`${playground.slackApiUrl}${method}`, body, 'xoxb-tests')
  const telegram = (method: string, body: object) => post(`${playground.telegramApiRoot}/bot${token}/${method}`, body)

  it('shows what people write as words, whatever it is', async () => {
    const evil = '<img src=x onerror="document.title=\'pwned\'"><script>document.title="pwned"</script>'
    playground.slack.world.say(RITA, HELP, evil)
    playground.telegram.world.start(cara)
    playground.telegram.world.write(cara, evil)
    const link = { type: 'link', url: 'javascript:document.title="pwned"', text: 'press me' }
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] }]
    playground.slack.world.say(KIM, HELP, { text: 'a link', blocks: blocks as never }) // a type Slack's own client never sends

    await message('press me').waitFor()
    await message(evil).waitFor()
    await at('telegram-messages').getByText(evil).waitFor()
    await message('press me').getByText('press me').click()
    expect(await page.locator('main img, main script, a[href^="javascript"]').count()).toBe(0)
    expect(await page.title()).toBe('Deskhand playground')
  })

  it('leaves whoever has gone on to another field there, when what they sent before is taken', async () => {
    playground.telegram.world.start(cara)
    const { promise: taken, resolve: take } = Promise.withResolvers<void>()
    await page.route('**/*', async (route) => {
      if (route.request().method() === 'POST') await taken
      await route.continue()
    })
    await at('telegram-write').fill('My printer eats paper')
    await at('telegram-write').press('Enter')
    await at('requester-write').focus()
    take()
    await at('telegram-messages').getByText('My printer eats paper').waitFor()
    await at('telegram-write').and(page.locator(':placeholder-shown')).waitFor()
    expect(await page.locator(':focus').getAttribute('data-testid')).toBe('requester-write')
  })

  it('lets Rita edit and delete her own message, and nobody else’s', async () => {
    playground.slack.world.say(KIM, HELP, 'lunch?')
    await at('requester-write').fill('the printer is on fire')
    await at('requester-write').press('Enter')
    await message('printer').hover()
    await message('printer').getByTestId('edit-message').click()
    await at('edit-field').fill('the *scanner* is on fire & so is <this>')
    await at('edit-field').press('Enter')
    await message('the scanner is on fire & so is <this>').getByText('(edited)').waitFor()
    await message('scanner').hover()
    await message('scanner').getByTestId('delete-message').click()
    await message('scanner').waitFor({ state: 'detached' })
    expect(await message('lunch?').getByTestId('edit-message').count()).toBe(0)
    expect(await message('lunch?').getByTestId('delete-message').count()).toBe(0)
  })

  it('edits what was typed, links, names and code, and keeps an edit that is open when its message is drawn anew', async () => {
    const { world } = playground.slack
    const typed =
      '@Bo see [the manual](https://m.example/a?b=1&c=2) and https://e.example/x, not `@bo`, <b>, me@bo.example'
    await at('requester-write').fill(typed)
    await at('requester-write').press('Enter')
    await message('the manual').hover()
    await message('the manual').getByTestId('edit-message').click()
    expect(await at('edit-field').inputValue()).toBe(typed)
    const said = world.messages(HELP)[0]
    expect(said?.text).toMatch(
      /^<@U0BO> see <https:.*\|the manual> and <https:\/\/e.example\/x>, not `@bo`, &lt;b&gt;, me@bo/,
    )
    await at('edit-field').press('End')
    await at('edit-field').pressSequentially(' @kim')
    world.react(KIM, HELP, said?.ts ?? '', 'eyes')
    world.say(KIM, HELP, { text: 'thanks', thread: said?.ts ?? '' })
    await at('requester-messages').getByText('1 reply').waitFor()
    expect(await page.locator(':focus').getAttribute('data-testid')).toBe('edit-field')
    await at('edit-field').pressSequentially('!')

    // Somebody who has gone on to another field stays there.
    await at('requester-write').focus()
    world.say(KIM, HELP, { text: 'again', thread: said?.ts ?? '' })
    await at('requester-messages').getByText('2 replies').waitFor()
    expect(await page.locator(':focus').getAttribute('data-testid')).toBe('requester-write')
    expect(await at('edit-field').inputValue()).toBe(`${typed} @kim!`)
    await at('edit-save').click()
    await at('requester-messages').getByText('(edited)').waitFor()
    expect(world.messages(HELP).map(({ text }) => text)).toEqual([`${said?.text} <@U0KIM>!`])

    // A root with its thread open stands in two lists, and is edited in one of them.
    await at('open-thread').click()
    await at('requester-thread').getByText('the manual').hover()
    await at('requester-thread').getByTestId('edit-message').click()
    expect(await at('requester-messages').getByTestId('edit-field').count()).toBe(0)
    expect(await at('requester-thread').getByTestId('edit-field').count()).toBe(1)
  })

  it('tells Rita what Slack would: no desk, no such command, no commands in threads; her words stay', async () => {
    await at('requester-write').fill('/ticket printer')
    await at('requester-write').press('Enter')
    await at('requester-notice').getByText('/ticket failed with the error “dispatch_failed”').waitFor()
    expect(await at('requester-write').inputValue()).toBe('/ticket printer')
    await at('requester-write').fill('/remind me')
    await at('requester-write').press('Enter')
    await at('requester-notice').getByText('/remind is not a valid command').waitFor()
    playground.slack.world.say(KIM, HELP, 'lunch?')
    await message('lunch?').hover()
    await message('lunch?').getByTestId('reply-in-thread').click()
    await at('requester-reply').fill('/ticket')
    await at('requester-reply').press('Enter')
    const thread = at('requester').getByRole('complementary', { name: 'Thread' })
    await thread.getByText('/ticket is not supported in threads').waitFor()
    expect(playground.slack.world.messages(HELP).map(({ text }) => text)).toEqual(['lunch?'])
  })

  it('keeps a new line with Shift+Enter, and shows news of a channel that is not open', async () => {
    await at('requester-write').fill('first')
    await at('requester-write').press('Shift+Enter')
    await at('requester-write').pressSequentially('second')
    await at('requester-write').press('Enter')
    await message('second').waitFor()
    expect(playground.slack.world.messages(HELP).map(({ text }) => text)).toEqual(['first\nsecond'])
    const random = at('requester-channel-C0RANDOM')
    expect(await random.getByLabel('something new').count()).toBe(0)
    playground.slack.world.say(KIM, 'C0RANDOM', 'cake!')
    await random.getByLabel('something new').waitFor()
    await random.click()
    await message('cake!').waitFor()
    await random.getByLabel('something new').waitFor({ state: 'detached' })

    // A reply is news of its thread, and no more once that was read.
    const [cake] = playground.slack.world.messages('C0RANDOM')
    await at('requester-channel-C0HELP').click()
    playground.slack.world.say(KIM, 'C0RANDOM', { text: 'all gone', thread: cake?.ts ?? '' })
    await random.getByLabel('something new').waitFor()
    await random.click()
    await at('open-thread').click()
    await at('requester-thread').getByText('all gone').waitFor()
    await at('requester-channel-C0HELP').click()
    await message('second').waitFor()
    expect(await random.getByLabel('something new').count()).toBe(0)
  })

  it('lets somebody else be looked at: what only Rita sees Kim does not', async () => {
    await slack('chat.postEphemeral', { channel: HELP, user: RITA, text: 'between us' })
    await message('between us').getByText('Only visible to you').waitFor()
    await at('requester-as-U0KIM').click()
    await message('between us').waitFor({ state: 'detached' })
    await at('requester-as-U0RITA').click()
    await message('between us').hover()
    await message('between us').getByTestId('dismiss').click()
    await message('between us').waitFor({ state: 'detached' })
  })

  it('keeps what is half written where and as whom it was begun', async () => {
    const { world } = playground.slack
    for (const words of ['for Cara', 'for Rita'])
      world.say(RITA, HELP, { text: words, thread: world.say(KIM, HELP, words) })
    const thread = (words: string) => message(words).getByTestId('open-thread').click()
    const also = at('requester').getByRole('checkbox')
    await thread('for Cara')
    await at('requester-reply').fill('Dear Cara')
    await also.check()
    await at('requester-close-thread').click()
    await at('requester-write').fill('I am Rita')
    await thread('for Rita')
    expect(await at('requester-reply').inputValue()).toBe('')
    expect(await also.isChecked()).toBe(false)
    await at('requester-close-thread').click()
    await at('requester-as-U0KIM').click()
    await at('requester-write').and(page.locator(':placeholder-shown')).waitFor()
    await at('requester-as-U0RITA').click()
    expect(await at('requester-write').inputValue()).toBe('I am Rita')
    await at('requester-channel-C0RANDOM').click()
    expect(await at('requester-write').inputValue()).toBe('')
    await at('requester-channel-C0HELP').click()
    expect(await at('requester-write').inputValue()).toBe('I am Rita')
    await thread('for Cara')
    expect(await at('requester-reply').inputValue()).toBe('Dear Cara')
  })

  it('lets Cara start, press a button, read the answer, reply, edit, and block the bot', async () => {
    await at('telegram-start').click()
    const shown = (words: string) => at('telegram-messages').getByTestId('telegram-message').filter({ hasText: words })
    await shown('/start').waitFor()
    const keyboard = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] }
    await telegram('sendMessage', {
      chat_id: cara,
      text: 'Is it solved?',
      reply_markup: keyboard,
      entities: [{ type: 'bold', offset: 6, length: 6 }],
    })
    expect(await shown('Is it').locator('strong').textContent()).toBe('solved')
    await shown('Is it').getByTestId('telegram-key').click()
    const { result } = (await telegram('getUpdates', { offset: 0, timeout: 5 })) as { result: Update[] }
    const query = result.find(({ callback_query }) => callback_query)?.callback_query
    expect(query?.data).toBe('y')
    await telegram('answerCallbackQuery', { callback_query_id: query?.id, text: 'Glad to hear it' })
    await at('telegram-answer').getByText('Glad to hear it').waitFor()

    await shown('Is it').hover()
    await shown('Is it').getByTestId('telegram-reply').click()
    await at('telegram-write').fill('yes, thanks')
    await at('telegram-write').press('Enter')
    await shown('yes, thanks').getByText('Is it solved?').waitFor()
    // An edit she leaves gives back what she was writing.
    await at('telegram-write').fill('By the way')
    await shown('yes, thanks').hover()
    await shown('yes, thanks').getByTestId('telegram-edit').click()
    expect(await at('telegram-write').inputValue()).toBe('yes, thanks')
    await at('telegram-write').press('Escape')
    expect(await at('telegram-write').inputValue()).toBe('By the way')
    await shown('yes, thanks').hover()
    await shown('yes, thanks').getByTestId('telegram-edit').click()
    await at('telegram-write').fill('no, sorry')
    await at('telegram-write').press('Enter')
    await shown('no, sorry').getByText('edited').waitFor()
    await expect.poll(() => at('telegram-write').inputValue()).toBe('By the way')

    await at('telegram-block').click()
    await at('telegram-unblock').waitFor()
    expect(await telegram('sendMessage', { chat_id: cara, text: 'still there?' })).toMatchObject({ error_code: 403 })
    await at('telegram-unblock').click()
    await at('telegram-write').waitFor()
  })

  it('lets people react by a click, each as their platform has it, and take it back; all see who did', async () => {
    const { slack: slackEnd, telegram: telegramEnd } = playground
    const ts = slackEnd.world.say(KIM, HELP, 'it prints again')
    const react = async (there: Locator, testid: string, name: string) => {
      await there.hover()
      await there.getByTestId(testid).click()
      await there.getByTestId(`${testid}-${name}`).click()
    }
    const told = message('it prints again')
    await react(told, 'slack-react', 'tada')
    await told.getByRole('button', { name: 'tada, 1', pressed: true }).waitFor()
    await at('requester-as-U0KIM').click()
    await told.getByRole('button', { name: 'tada, 1', pressed: false }).click()
    await told.getByRole('button', { name: 'tada, 2', pressed: true }).waitFor()
    // Whoever answers sees it in their window, and reacts there.
    await at('agents-channel-C0HELP').click()
    const agents = at('agents-messages').getByRole('article').filter({ hasText: 'it prints again' })
    await agents.getByRole('button', { name: 'tada, 2', pressed: false }).waitFor()
    await react(agents, 'slack-react', 'eyes')
    await agents.getByRole('button', { name: 'eyes, 1', pressed: true }).click()
    await agents.getByTestId('slack-reaction').filter({ hasText: '👀' }).waitFor({ state: 'detached' })
    expect(slackEnd.world.message(HELP, ts)?.reactions).toEqual([{ name: 'tada', users: [RITA, KIM], count: 2 }])

    telegramEnd.world.start(cara)
    await telegram('setWebhook', { url: '', allowed_updates: ['message', 'message_reaction'] })
    const { result: posted } = (await telegram('sendMessage', { chat_id: cara, text: 'Is it solved?' })) as Posted
    await telegram('setMessageReaction', { chat_id: cara, message_id: 1, reaction: [{ type: 'emoji', emoji: '👌' }] })
    const bubble = at('telegram-messages').getByTestId('telegram-message').filter({ hasText: 'Is it' })
    await react(bubble, 'telegram-react', '🎉')
    await bubble.getByRole('button', { name: '🎉, 1', pressed: true }).waitFor()
    // One reaction is all somebody has there.
    await react(bubble, 'telegram-react', '❤')
    await bubble.getByRole('button', { name: '❤, 1', pressed: true }).click()
    await bubble.getByTestId('telegram-reaction').waitFor({ state: 'detached' })
    const own = at('telegram-messages').getByTestId('telegram-message').filter({ hasText: '/start' })
    await own.getByRole('button', { name: '👌, 1', pressed: false }).click()
    await own.getByRole('button', { name: '👌, 2', pressed: true }).waitFor()
    const { result } = (await telegram('getUpdates', { offset: 0, timeout: 5 })) as { result: Update[] }
    const updates = result.flatMap(({ message_reaction: one }) => (one ? [[one.message_id, one.new_reaction]] : []))
    const emoji = (sign: string) => [{ type: 'emoji', emoji: sign }]
    const { message_id: id } = posted
    expect(updates).toEqual([
      [id, emoji('🎉')],
      [id, emoji('❤')],
      [id, []],
      [1, emoji('👌')],
    ])
  })

  it('shows that the bot types as long as Telegram does: five seconds, or until it has written', async () => {
    playground.telegram.world.start(cara)
    await at('telegram-messages').getByText('/start').waitFor()
    const head = at('telegram-head')
    await telegram('sendChatAction', { chat_id: cara, action: 'typing' })
    await head.getByText('typing…').waitFor()
    await telegram('sendMessage', { chat_id: cara, text: 'Here I am' })
    await head.getByText('typing…').waitFor({ state: 'detached' })
    await telegram('sendChatAction', { chat_id: cara, action: 'upload_document' })
    await head.getByText('sending a file…').waitFor()
    await head.getByText('sending a file…').waitFor({ state: 'detached' })
    expect(playground.telegram.world.busy(cara)).toEqual([])
  })

  it('hears what was typed before it had been told anything', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/page/state', async (route) => {
      await held
      await route.continue()
    })
    await page.reload()
    await at('requester-write').fill('as soon as I came')
    await at('requester-write').press('Enter')
    letGo()
    await message('as soon as I came').waitFor()
  })

  it('comes back by itself when its events were refused, or a drawing failed', async () => {
    await page.route('**/page/events', (route) => route.fulfill({ status: 503 }), { times: 1 })
    const fault = page.waitForEvent('pageerror')
    await page.route('**/page/state', (route) => route.fulfill({ json: {} }))
    await page.reload()
    await fault
    await page.unroute('**/page/state')
    playground.slack.world.say(KIM, HELP, 'there again')
    await message('there again').waitFor()
    expect(await page.getByText('The playground does not answer').isVisible()).toBe(false)
  })

  it('arms trouble from the menu', async () => {
    await at('trouble').click()
    await at('trouble-platform').selectOption('slack')
    await at('trouble-kind').selectOption('too-many')
    await at('trouble-times').fill('1')
    await at('trouble-arm').click()
    await at('toast').getByText('Slack, next 1 calls').waitFor()
    expect(await slack('auth.test', {})).toMatchObject({ error: 'ratelimited' })
    expect(await slack('auth.test', {})).toMatchObject({ ok: true })
  })
})

interface Update {
  callback_query?: { id: string; data: string }
  message_reaction?: { message_id: number; new_reaction: object[] }
}

interface Posted {
  result: { message_id: number }
}

async function post(url: string, body: object, bearer?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}
