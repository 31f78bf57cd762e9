import type { InferKyselyTable } from '@mikro-orm/sql'
import * as digests from './tables/digests.ts'
import * as flow from './tables/flow.ts'
import * as messages from './tables/messages.ts'
import * as organisations from './tables/organisations.ts'
import * as people from './tables/people.ts'
import * as promises from './tables/promises.ts'
import * as tickets from './tables/tickets.ts'

/** Every table, for the ORM and its migrations. */
export const entities = [
  ...Object.values(people),
  ...Object.values(organisations),
  ...Object.values(tickets),
  ...Object.values(messages),
  ...Object.values(promises),
  ...Object.values(digests),
  ...Object.values(flow),
]

/** How queries see the tables: property names, values converted both ways. */
export const querying = { columnNamingStrategy: 'property', convertValues: true } as const
type Querying = typeof querying
type Rows<T extends (typeof entities)[number]> = InferKyselyTable<T, Querying>

/** The database as Kysely sees it. */
export interface Tables {
  person: Rows<typeof people.PersonTable>
  person_address: Rows<typeof people.PersonAddressTable>
  organisation: Rows<typeof organisations.OrganisationTable>
  organisation_rule: Rows<typeof organisations.OrganisationRuleTable>
  organisation_member: Rows<typeof organisations.OrganisationMemberTable>
  invitation: Rows<typeof organisations.InvitationTable>
  email_claim: Rows<typeof organisations.EmailClaimTable>
  organisation_wait: Rows<typeof organisations.OrganisationWaitTable>
  block: Rows<typeof people.BlockTable>
  limit_notice: Rows<typeof people.LimitNoticeTable>
  quiet_hours: Rows<typeof people.QuietHoursTable>
  digest_channel: Rows<typeof digests.DigestChannelTable>
  digest_line: Rows<typeof digests.DigestLineTable>
  digest_sent: Rows<typeof digests.DigestSentTable>
  rota: Rows<typeof people.RotaTable>
  ticket: Rows<typeof tickets.TicketTable>
  ticket_event: Rows<typeof tickets.TicketEventTable>
  policy: Rows<typeof promises.PolicyTable>
  calendar_version: Rows<typeof promises.CalendarVersionTable>
  timing: Rows<typeof promises.TimingTable>
  place: Rows<typeof tickets.PlaceTable>
  message: Rows<typeof messages.MessageTable>
  reaction: Rows<typeof messages.ReactionTable>
  message_revision: Rows<typeof messages.MessageRevisionTable>
  twin: Rows<typeof messages.TwinTable>
  file: Rows<typeof messages.FileTable>
  inbox: Rows<typeof flow.InboxTable>
  delivery: Rows<typeof flow.DeliveryTable>
  lane: Rows<typeof flow.LaneTable>
  moved_chat: Rows<typeof flow.MovedChatTable>
  shared_channel: Rows<typeof flow.SharedChannelTable>
  heard: Rows<typeof flow.HeardTable>
  lease: Rows<typeof flow.LeaseTable>
  draft: Rows<typeof flow.DraftTable>
  retention: Rows<typeof flow.RetentionTable>
  button: Rows<typeof flow.ButtonTable>
  clock: Rows<typeof flow.ClockTable>
  installation: Rows<typeof flow.InstallationTable>
}
