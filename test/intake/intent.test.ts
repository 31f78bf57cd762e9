import { expect, it } from 'vitest'
import { intentOf } from '../../src/intake/intent.ts'
import { shippedDesk } from '../support/demo.ts'

/* A key's number, and a year, as a Persian or an Arabic keyboard types them. */

const desks = await shippedDesk('kubit')
const at = { platform: 'slack', account: 'T0', chat: 'C0HELP' } as const
const said = (words: string, name = 'ticket') => intentOf({ desks }, { name, words, at })

it.each([
  ['KUBIT-۱۲', { do: 'status', key: 'kubit-۱۲' }],
  ['status KUBIT-١٢', { do: 'status', key: 'KUBIT-١٢' }],
  ['وضعیت kubit-۱۲', { do: 'status', key: 'KUBIT-12' }],
  ['close KUBIT-۱۲', { do: 'close' }],
  ['history KUBIT-۱۲', { do: 'history' }],
  ['why KUBIT-۱۲', { do: 'why' }],
  ['share KUBIT-۱۲ with Kim', { do: 'share', whom: 'Kim' }],
  ['watch KUBIT-۱۲', { do: 'watch' }],
  ['merge KUBIT-۱۲ into KUBIT-۱۳', { do: 'merge', into: 'KUBIT-۱۳' }],
  ['link KUBIT-۱۲ to KUBIT-13', { do: 'link', key: 'KUBIT-۱۲', to: 'KUBIT-13' }],
  ['unlink KUBIT-۱۲ from KUBIT-۱۳', { do: 'unlink' }],
  ['split KUBIT-۱۲', { do: 'split' }],
  ['for KUBIT-۱۲ The panel shows nothing', { do: 'form', answers: { 'for-whom-other': 'KUBIT-۱۲' } }],
  ['roadmap ۲۰۲۷', { do: 'roadmap', year: 2027 }],
  // What they say of it stays in their digits.
  ['set KUBIT-۱۲ service سرور ۳', { do: 'set', words: 'service سرور ۳' }],
  ['tag KUBIT-۱۲ طبقه-۳', { do: 'tag', words: 'طبقه-۳' }],
])('%s', (words, intent) => {
  expect(said(words)).toMatchObject(intent)
})

it('/roadmap ۲۰۲۷ is of that year, /status of a key', () => {
  expect(said('۲۰۲۷', 'roadmap')).toEqual({ do: 'roadmap', year: 2027 })
  expect(said('KUBIT-۱۲', 'status')).toEqual({ do: 'status', key: 'KUBIT-۱۲' })
})

it.each(['KUBIT-12 with Kim Berg', 'KUBIT-12 Kim Berg', 'KUBIT-12 WITH  Kim Berg'])(
  '/share %s is with Kim',
  (words) => {
    expect(said(words, 'share')).toEqual({ do: 'share', key: 'KUBIT-12', whom: 'Kim Berg' })
    expect(said(`share ${words}`)).toEqual({ do: 'share', key: 'KUBIT-12', whom: 'Kim Berg' })
  },
)

it('a subject is the first line of what was asked, and never ends in half a sign: it could not be kept', () => {
  const subject = `${'a'.repeat(149)}…`
  const words = `${'a'.repeat(149)}😀 and more`
  expect(said(words, 'new')).toMatchObject({ do: 'form', answers: { subject, description: words } })
  expect(said(`for @kim ${words}`)).toMatchObject({ do: 'form', answers: { subject, description: words } })
})
