import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedIn, type Particular, particulars, subjectId } from '../../src/intake/edit/prints.ts'
import { idsOf } from '../../src/ports/ids.ts'

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
