import type { TestDesk } from './desk.ts'

/** Moves the desk's clock, and that of both platforms, on by so much (design.md §8 "The clock"). */
export async function clockMoves(desk: TestDesk, ms: number): Promise<void> {
  await desk.database.query('update clock set offset_ms = offset_ms + $1', [ms])
  desk.later(ms)
}

/** Puts the clocks at an hour a story needs, later than now: no story depends on the day it is told. */
export async function clockStandsAt(desk: TestDesk, hour: string): Promise<void> {
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  await clockMoves(desk, Date.parse(hour) - now.getTime())
}
