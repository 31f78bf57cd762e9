import { clockMenu } from './clock.js'
import { el } from './dom.js'
import { toast } from './toast.js'
import { troubleMenu } from './trouble.js'

/** Name, what this is, three things to try, trouble, and the way to the manual. */
export function topBar({ requester, agents, customer }) {
  const tries = [
    {
      words: 'Rita asks: /ticket',
      testid: 'try-slack',
      go: () => requester.prepare({ as: 'U0RITA', channel: 'C0HELP', words: '/ticket' }),
    },
    {
      words: 'Cara writes on Telegram',
      testid: 'try-telegram',
      go: () => customer.prepare({ as: 7001, words: 'Hello, my invoice shows the wrong amount.' }),
    },
    {
      words: 'Ada takes it and answers in the thread',
      testid: 'try-agent',
      go: () => {
        if (!agents.pointAt({ as: 'U0ADA', channel: 'C0TRIAGE' }))
          toast('There is no ticket yet: let Rita or Cara ask first.')
      },
    },
  ]
  return el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'brand' },
      el('span', { class: 'mark', 'aria-hidden': 'true' }),
      el(
        'div',
        {},
        el('h1', {}, 'Deskhand'),
        el('p', {}, 'playground: a Slack and a Telegram on this machine, one desk between them'),
      ),
    ),
    el(
      'ol',
      { class: 'tries', 'aria-label': 'Try this' },
      tries.map(({ words, testid, go }, index) =>
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', 'data-testid': testid, on: { click: go } },
            el('span', { class: 'number' }, String(index + 1)),
            words,
          ),
        ),
      ),
    ),
    el(
      'div',
      { class: 'top-end' },
      clockMenu(),
      troubleMenu(),
      el('a', { class: 'manual', href: '/page/readme', target: '_blank' }, 'README'),
    ),
  )
}
