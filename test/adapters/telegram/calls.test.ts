import { expect, it } from 'vitest'
import { called, entitledPost } from '../../../adapters/telegram/post.ts'
import { plainText } from '../../../src/domain/text/text.ts'

it('whom the desk calls stands in a line above, and what was bold stays bold where it moved to', () => {
  const post = { text: 'DEMO-1 is late', entities: [{ type: 'bold' as const, offset: 0, length: 6 }] }
  const calls = [
    { kind: 'person' as const, id: '7101', name: 'Ada 🦊' },
    { kind: 'group' as const, id: 'S0LEADS', name: 'leads' },
  ]
  expect(called(calls, post)).toEqual({
    text: 'Ada 🦊 leads\nDEMO-1 is late',
    entities: [
      { type: 'text_mention', offset: 0, length: 6, user: { id: 7101, is_bot: false, first_name: 'Ada 🦊' } },
      { type: 'bold', offset: 13, length: 6 },
    ],
  })
  expect(called([], post)).toEqual(post)
})

it('an id of another platform’s calls nobody, and its name is there to be read', () => {
  const calls = [{ kind: 'person' as const, id: 'U0LEAD', name: 'Lea' }]
  expect(called(calls, { text: 'late', entities: [] })).toEqual({ text: 'Lea\nlate', entities: [] })
})

const value = '2027-03-02 11:00 (Europe/Stockholm)'
const due = { label: 'First answer due', value, moment: 1_803_981_600_999 }

it('shows a point in time by each reader’s own clock, over our words and nobody else’s', () => {
  const { text, entities } = entitledPost({
    calls: [{ kind: 'person', id: '7101', name: 'Ada 🦊' }],
    heading: 'DEMO-1',
    body: plainText(`@bo wrote: ${due.label}: ${value}`),
    fields: [{ label: 'Status', value: 'New' }, due, { label: 'Subject', value: `${due.label}: ${value}` }],
    footnote: value,
  })
  const times = entities.filter((entity) => entity.type === 'date_time')
  expect(times).toEqual([
    {
      type: 'date_time',
      offset: text.indexOf(`Status: New\n${due.label}: `) + `Status: New\n${due.label}: `.length,
      length: value.length,
      unix_time: 1_803_981_600,
      date_time_format: 'wDt',
    },
  ])
  expect(times.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([value])
})

it('leaves a point in time in words where a message has its hundred entities', () => {
  const letters = Array.from({ length: 100 }, (_, n) => [
    { type: 'strong' as const, children: [{ type: 'text' as const, value: String(n) }] },
    { type: 'text' as const, value: ' ' },
  ])
  const body = { type: 'root' as const, children: [{ type: 'paragraph' as const, children: letters.flat() }] }
  const { text, entities } = entitledPost({ body, fields: [due] })
  expect(entities.map(({ type }) => type)).toEqual(Array.from({ length: 100 }, () => 'bold'))
  expect(text).toContain(`First answer due: ${value}`)
})
