import { setTimeout as sleep } from 'node:timers/promises'
import { Gauge, type Registry } from 'prom-client'
import type { Backlog } from '../ports/backlog.ts'
import type { Standings } from '../ports/counting.ts'
import { dueWords } from './labels.ts'

/** So long the database may take for all of them: Prometheus gives up after ten seconds, and then knows nothing of the desk. */
const ANSWER_WITHIN_MS = 3_000

/**
 * Figures that are looked up, not counted: the same on every replica, but for the pool and the leases of our own.
 * @param platforms these are shown with zeros where nothing waits
 */
export function standingGauges(registry: Registry, platforms: readonly string[]) {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label>({ name: `deskhand_${name}`, help, labelNames, registers: [registry] })

  const waiting = gauge('inbox_waiting', 'Inbox rows received and not handled.', 'platform')
  const parked = gauge('inbox_parked', 'Inbox rows that failed five times.', 'platform')
  const inboxAge = gauge(
    'inbox_oldest_seconds',
    'Age of the oldest inbox row that waits, and not on purpose.',
    'platform',
  )
  const lanes = gauge('lanes', 'Chats something is owed to.', 'platform')
  const owed = gauge('lane_owed', 'Deliveries owed, over all lanes.', 'platform')
  const deepest = gauge('lane_depth_max', 'Deliveries owed in the deepest lane.', 'platform')
  const laneAge = gauge('lane_oldest_seconds', 'Age of the oldest delivery owed.', 'platform')
  const quiet = gauge('lanes_parked', 'Lanes and accounts that must be quiet now.', 'platform')
  const pause = gauge('lane_parked_seconds_max', 'Longest pause still to keep.', 'platform')
  const overdue = gauge('due_overdue', 'What is due on tickets by now and not done yet.', 'by')
  const late = gauge('due_oldest_seconds', 'How long the oldest of these is due.', 'by')
  const missing = gauge(
    'twins_missing',
    'Of the last hour, up to a minute ago: messages without a copy, copies without a twin.',
    'what',
  )
  const breaches = gauge('breaches_day', 'Breaches announced in the last 24 hours.', 'desk', 'promise')
  const leases = gauge('leases', 'Leases that run: processes alive, duties held.', 'kind')
  const ours = gauge('leases_held', 'Leases this process holds.', 'kind')
  const paused = gauge('sending_paused', 'Whether sending waits for an operator after a restore.')
  const up = gauge('database_up', 'Whether the database answered for these figures, and takes what is written.')
  const pool = gauge('pool_connections', 'Connections to the database: open, used, most allowed.', 'which')
  const queue = gauge('pool_waiting', 'Work that waits for a connection.')
  const byPlatform = [waiting, parked, inboxAge, lanes, owed, deepest, laneAge, quiet, pause]

  const show = (backlog: Backlog): void => {
    for (const one of byPlatform) for (const platform of platforms) one.set({ platform }, 0)
    for (const { platform, ...row } of backlog.inbox) {
      waiting.set({ platform }, row.waiting)
      parked.set({ platform }, row.parked)
      inboxAge.set({ platform }, row.oldestSeconds)
    }
    for (const { platform, ...row } of backlog.lanes) {
      lanes.set({ platform }, row.lanes)
      owed.set({ platform }, row.owed)
      deepest.set({ platform }, row.deepest)
      laneAge.set({ platform }, row.oldestSeconds)
    }
    for (const { platform, ...row } of backlog.parked) {
      quiet.set({ platform }, row.lanes)
      pause.set({ platform }, row.longestSeconds)
    }
    for (const by of Object.values(dueWords)) {
      const row = backlog.due.find((one) => one.by === by)
      overdue.set({ by }, row?.overdue ?? 0)
      late.set({ by }, row?.oldestSeconds ?? 0)
    }
    missing.set({ what: 'copy' }, backlog.missing.copy)
    missing.set({ what: 'twin' }, backlog.missing.twin)
    for (const { desk, promise, announced } of backlog.breaches) breaches.set({ desk, promise }, announced)
    for (const { kind, ...row } of backlog.leases) {
      leases.set({ kind }, row.held)
      ours.set({ kind }, row.ours)
    }
  }

  return {
    /** What is not known any more is not shown with its last figure. */
    async read(standings: Standings): Promise<void> {
      const [backlog, connections] = await Promise.allSettled([inTime(standings.backlog()), standings.pool()])
      for (const one of [...byPlatform, overdue, late, missing, breaches, leases, ours]) one.reset()
      paused.set(standings.paused() ? 1 : 0)
      up.set(backlog.status === 'fulfilled' && standings.written() ? 1 : 0)
      if (backlog.status === 'fulfilled') show(backlog.value)
      if (connections.status === 'rejected') return
      const { open, used, most, queued } = connections.value
      pool.set({ which: 'open' }, open)
      pool.set({ which: 'used' }, used)
      pool.set({ which: 'most' }, most)
      queue.set(queued)
    },
  }
}

/** A database that hangs is as good as none. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = sleep(ANSWER_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error('the database has not answered in time')
  })
  return Promise.race([answer, late])
}
