import type { Unit } from '../ports/store.ts'
import { deliveriesOf } from './deliveries.ts'
import { digestsOf, quietOf } from './digests.ts'
import { buttonsOf, draftsOf } from './drafts.ts'
import { erasingOf } from './erasing.ts'
import { fileRowsOf } from './files.ts'
import { forgettingOf } from './forgetting.ts'
import type { Gather } from './gather.ts'
import { inboxOf } from './inbox.ts'
import type { Kept } from './kept.ts'
import type { Known } from './known.ts'
import { messagesOf } from './messages.ts'
import { organisationsOf } from './organisations.ts'
import type { Db } from './orm.ts'
import { peopleOf } from './people.ts'
import { queuesOf } from './queues.ts'
import { reportsOf } from './report.ts'
import { blocksOf, countsOf } from './restraint.ts'
import { rotaOf } from './rota.ts'
import { rulebookOf } from './rulebook.ts'
import { searchOf } from './search.ts'
import { ticketsOf } from './tickets.ts'

/**
 * One transaction's view of the tables; `db` is bound to it.
 * @param kept what the store keeps from one to the next
 * @param known what has been read already
 * @param gather how the hot questions are asked: one by one, or for all who work in it side by side
 */
export function unitOf(
  db: Db,
  { now, calendarVersions }: { now: Date; calendarVersions: number },
  laneNow: Date,
  kept: Kept,
  known: Known,
  gather: Gather,
): Unit {
  return {
    now,
    people: peopleOf(db, now, gather, known),
    organisations: organisationsOf(db, now, gather, known),
    tickets: ticketsOf(db, gather, known),
    messages: messagesOf(db, gather),
    deliveries: deliveriesOf(db, now, laneNow, gather, known, kept),
    drafts: draftsOf(db, now, gather, known),
    files: fileRowsOf(db, now),
    buttons: buttonsOf(db, now),
    blocks: blocksOf(db, now, gather),
    counts: countsOf(db, now, gather),
    rota: rotaOf(db, now),
    digests: digestsOf(db, now),
    quiet: quietOf(db),
    reports: reportsOf(db, now),
    queues: queuesOf(db),
    search: searchOf(db, now),
    rulebook: rulebookOf(db, now, kept.calendars, calendarVersions),
    erasing: erasingOf(db, known),
    forgetting: forgettingOf(db, now, known),
    inbox: inboxOf(db, now, gather, known),
  }
}
