import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editForm } from '../../src/intake/edit/form.ts'
import { changedIn, type Particular, particulars, subjectId } from '../../src/intake/edit/prints.ts'
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

it('a choice that is not offered any more is not taken away by who never saw it', async () => {
  const [desk] = await demoDesks()
  if (!desk) throw new Error('no desk')
  const shown = { subject: 'Printer', type: 'gone', category: 'gone', 'private-to': ['UGONE'], 'link-kind': 'related' }
  const form = editForm({
    ids,
    ref: { kind: 'button', id: 'a-button' },
    desks: [desk],
    desk,
    shown: { ...shown, blocked: 'no' },
    answers: {},
    agents: [{ id: 'U0ADA', name: 'Ada' }],
    roles: ['lead'],
    language: 'en',
  })
  // A platform sends what it could show.
  const sent = form.fields.flatMap(({ id, value = [], options }): [string, string[]][] => {
    const chosen = [value].flat().filter((one) => options?.some((option) => option.id === one) ?? true)
    return chosen.length === 0 ? [] : [[id, chosen]]
  })
  expect(new Map(sent).has('type')).toBe(true)
  expect([...changedIn(ids, Object.fromEntries(sent))]).toEqual([])
})
