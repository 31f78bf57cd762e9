import { describe, expect, it } from 'vitest'
import { hintsFor } from '../../../src/domain/desk/hints.ts'
import { exampleDesk } from './example.ts'

const bug = (answers: Record<string, string>) => hintsFor(exampleDesk(), 'bug', answers).map(({ field }) => field)

describe('a hint against a vague ticket', () => {
  it('comes where an answer has fewer words than it wants', () => {
    expect(bug({ subject: 'Crash', steps: 'it broke' })).toEqual(['steps'])
  })
  it('stays away where there are enough, in any script', () => {
    expect(bug({ steps: 'open the report, press print twice' })).toEqual([])
    expect(bug({ steps: 'گزارش را باز کردم و چاپ زدم' })).toEqual([])
  })
  it('counts no signs as words', () => {
    expect(bug({ steps: '— ! ... ??? ***' })).toEqual(['steps'])
  })
  it('is not given for a field that nobody was asked for', () => {
    expect(hintsFor(exampleDesk(), 'bug', {}, (field) => field !== 'steps')).toEqual([])
    expect(hintsFor(exampleDesk(), 'question', {})).toEqual([])
  })
})
