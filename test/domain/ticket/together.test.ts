import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKinds } from '../../../src/domain/ticket/enclosure.ts'
import { together } from '../../../src/domain/ticket/together.ts'

describe('files shown together', () => {
  const of = (...kinds: (typeof fileKinds)[number][]) => kinds.map((as) => ({ as }))

  it('are all of one message where the platform takes any kind', () => {
    expect(together(of('photo', 'document', 'voice'), false)).toEqual([of('photo', 'document', 'voice')])
  })

  it('are pictures with films, documents among themselves, and the rest alone where it does not', () => {
    expect(together(of('photo', 'video', 'document', 'document', 'voice', 'voice', 'audio'), true)).toEqual([
      of('photo', 'video'),
      of('document', 'document'),
      of('voice'),
      of('voice'),
      of('audio'),
    ])
  })

  it('none is lost, none changes its place, and no group is larger than ten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ as: fc.constantFrom(...fileKinds), n: fc.nat() })),
        fc.boolean(),
        (files, apart) => {
          const groups = together(files, apart)
          expect(groups.flat()).toEqual(files)
          expect(Math.max(0, ...groups.map(({ length }) => length))).toBeLessThanOrEqual(10)
        },
      ),
    )
  })
})
