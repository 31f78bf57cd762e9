import { expect, it } from 'vitest'
import { blocksOf } from '../../../adapters/slack/out/blocks.ts'
import { plainText } from '../../../src/domain/text/text.ts'

it('calls whom the desk calls, and nobody whom words name', () => {
  const blocks = blocksOf({
    calls: [
      { kind: 'person', id: 'U0ADA', name: 'Ada' },
      { kind: 'group', id: 'S0LEADS', name: 'leads' },
    ],
    body: plainText('<@U0BO> and <!channel>, DEMO-1 is late'),
  })
  const live = Array.from(JSON.stringify(blocks).matchAll(/"type":"(user|usergroup|broadcast)"/g), ([, type]) => type)
  expect(live).toEqual(['user', 'usergroup'])
  expect(JSON.stringify(blocks)).toContain('"user_id":"U0ADA"')
})

it('shows a point in time by each reader’s own clock, with words for what cannot', () => {
  const blocks = blocksOf({
    body: plainText(''),
    fields: [
      { label: 'Status', value: 'New' },
      { label: 'First answer due', value: '2027-03-02 11:00 (Europe/Stockholm)', moment: 1_803_981_600_000 },
    ],
  })
  expect(blocks).toEqual([
    expect.objectContaining({ type: 'section', fields: [expect.objectContaining({ text: 'Status\nNew' })] }),
    {
      type: 'rich_text',
      block_id: 'moments',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'First answer due: ', style: { bold: true } },
            {
              type: 'date',
              timestamp: 1_803_981_600,
              format: '{date_short_pretty} {time}',
              fallback: '2027-03-02 11:00 (Europe/Stockholm)',
            },
          ],
        },
      ],
    },
  ])
})
