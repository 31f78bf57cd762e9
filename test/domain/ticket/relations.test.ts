import { describe, expect, it } from 'vitest'
import { followLinked, link, linkedOf, unlink } from '../../../src/domain/ticket/link.ts'
import { retag, tag, tagOf, tagsIn, untag } from '../../../src/domain/ticket/tag.ts'
import { given, happened } from './given.ts'

const other = { ...given(), id: 't2', key: 'DEMO-2' }

describe('Ada links two tickets', () => {
  it('once; another kind takes the place of the first; and not one with itself', () => {
    const linked = happened(given(), link(given(), 'ada', 'related', other))
    expect(linked.links).toEqual([{ ...linkedOf(other), kind: 'related' }])
    expect(link(linked, 'ada', 'related', other)).toEqual([])
    expect(happened(linked, link(linked, 'ada', 'duplicate-of', other)).links).toMatchObject([{ kind: 'duplicate-of' }])
    expect(() => link(given(), 'ada', 'related', given())).toThrow('linked-with-itself')
  })

  it('and takes it away again; what is not linked cannot be', () => {
    const linked = happened(given(), link(given(), 'ada', 'related', other))
    expect(happened(linked, unlink(linked, 'ada', other)).links).toEqual([])
    expect(() => unlink(given(), 'ada', other)).toThrow('not-linked')
  })

  it('what the other one is now is heard once, and only here', () => {
    const linked = happened(given(), link(given(), 'ada', 'related', other))
    const done = { ...other, status: 'done' }
    const told = happened(linked, followLinked(linked, done))
    expect(told.links).toMatchObject([{ status: 'done', kind: 'related' }])
    expect(followLinked(told, done)).toEqual([])
    expect(followLinked(given(), done)).toEqual([])
    expect(happened(told, followLinked(told, { ...done, privateTo: ['ada'] })).links).toMatchObject([{ private: true }])
  })

  it('not more than anybody can read', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ ...linkedOf(other), id: `l${n}`, kind: 'related' as const }))
    expect(() => link({ ...given(), links: many }, 'ada', 'related', other)).toThrow('too-many-links')
    expect(link({ ...given(), links: many }, 'rita', 'has-follow-up', other)).toHaveLength(1)
  })
})

describe('tags', () => {
  it.each([
    ['#Printer', 'printer'],
    ['Ёлка', 'ёлка'],
    ['ＶＩＰ', 'vip'],
    ['very/odd!', 'very-odd'],
    ['چاپگر', 'چاپگر'],
    ['###', undefined],
    ['x'.repeat(31), undefined],
  ])('«%s» is kept as %s', (word, kept) => expect(tagOf(word)).toBe(kept))

  it('each once, and a word that is none is named', () => {
    expect(tagsIn(' vip,VIP  #lift ')).toEqual(['vip', 'lift'])
    expect(() => tagsIn('vip !!!')).toThrow('not-a-tag')
  })

  it('come, go, and are set as a whole', () => {
    const tagged = happened(given(), tag(given(), 'ada', ['vip', 'lift']))
    expect(tagged.tags).toEqual(['vip', 'lift'])
    expect(tag(tagged, 'ada', ['vip'])).toEqual([])
    expect(untag(tagged, 'ada', ['none'])).toEqual([])
    expect(happened(tagged, retag(tagged, 'ada', ['lift', 'stuck'])).tags).toEqual(['lift', 'stuck'])
    expect(retag(tagged, 'ada', ['lift', 'vip'])).toEqual([])
    const many = Array.from({ length: 20 }, (_, n) => `t${n}`)
    expect(() => tag({ ...given(), tags: many }, 'ada', ['more'])).toThrow('too-many-tags')
  })
})
