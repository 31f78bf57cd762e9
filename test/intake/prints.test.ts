import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answers, Form } from '../../src/adapter.ts'
import { editForm } from '../../src/intake/edit/form.ts'
import { changedIn, type Particular, particulars, type Standing, subjectId } from '../../src/intake/edit/prints.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { demoDesks } from '../support/demo.ts'

const ids = idsOf('a-secret-of-tests-a-secret-of-tests')
const words = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== '')
const standing = fc.record(
  Object.fromEntries(particulars.map((name) => [name, name === 'private-to' ? fc.array(words) : words])),
)

it('only what is different from what was shown has changed (law)', () => {
  fc.assert(
    fc.property(standing, fc.subarray([...particulars]), words, (shown, touched, other) => {
      const id = subjectId(ids, shown, new Set(particulars))
      expect(id.length).toBeLessThan(200) // Slack's block ids take 255
      const given = { ...shown, ...Object.fromEntries(touched.map((name) => [name, `${other}?`])) }
      const { subject = '', ...rest } = given
      const changed = changedIn(ids, { ...rest, [id]: subject })
      const same = (name: Particular) => JSON.stringify([shown[name]].flat()) === JSON.stringify([given[name]].flat())
      expect([...changed.keys()].toSorted()).toEqual(touched.filter((name) => !same(name)).toSorted())
    }),
  )
})

it('an emptied answer has changed; one that was not asked for has not; order says nothing', () => {
  const shown = { subject: 'Printer', category: 'finance', desk: 'demo', 'private-to': ['U1', 'U2'] }
  const asked = new Set<Particular>(['subject', 'category', 'private-to'])
  const id = subjectId(ids, shown, asked)
  const changed = changedIn(ids, { [id]: 'Printer', 'private-to': ['U2', 'U1'] })
  expect([...changed]).toEqual([['category', '']])
})

/** The form for changing a ticket, as somebody who may everything is shown it. */
async function formOf(shown: Standing, answers: Answers = {}): Promise<Form> {
  const [desk] = await demoDesks()
  if (!desk) throw new Error('no desk')
  return editForm({
    ids,
    ref: { kind: 'button', id: 'a-button' },
    desks: [desk, { ...desk, desk: 'other' }],
    desk,
    shown: { desk: desk.desk, blocked: 'no', 'link-kind': 'related', ...shown },
    answers,
    agents: [{ id: 'U0ADA', name: 'Ada' }],
    roles: ['lead'],
    language: 'en',
  })
}

/** What a platform sends of a form nobody has touched: what it could show. */
function untouched({ fields }: Form): Answers {
  const sent = fields.flatMap(({ id, value = [], options }): [string, string[]][] => {
    const chosen = [value].flat().filter((one) => options?.some((option) => option.id === one) ?? true)
    return chosen.length === 0 ? [] : [[id, chosen]]
  })
  return Object.fromEntries(sent)
}

const subjectOf = ({ fields }: Form) => fields.find(({ id }) => id.startsWith('subject-'))

it('a choice that is not offered any more is not taken away by who never saw it', async () => {
  const form = await formOf({ subject: 'Printer', type: 'gone', category: 'gone', 'private-to': ['UGONE'] })
  const sent = untouched(form)
  expect(sent).toHaveProperty('type')
  expect([...changedIn(ids, sent)]).toEqual([])
})

it('drawn again the form keeps what was typed, and changes nothing of what others changed meanwhile', async () => {
  const shown = { subject: 'Pritner', type: 'question', tags: 'old' }
  const form = await formOf(shown)
  const id = subjectOf(form)?.id ?? ''
  const typed = { ...untouched(form), [id]: 'Printer', desk: 'other' }
  // Bo has put other tags on it.
  const again = await formOf({ ...shown, tags: 'new' }, typed)
  const subject = subjectOf(again)
  expect(subject?.value).toBe('Printer')
  const { [id]: words = '', ...rest } = typed
  const changed = changedIn(ids, { ...rest, [subject?.id ?? '']: words })
  expect([...changed]).toEqual([
    ['subject', 'Printer'],
    ['desk', 'other'],
  ])
})
