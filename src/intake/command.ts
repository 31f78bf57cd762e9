import type { Commanded } from '../adapter.ts'
import { aboutItsTopic } from './about-topic.ts'
import { amongAgents } from './among-agents.ts'
import { assignByName } from './assign.ts'
import { byKey } from './by-key.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { deleteOwn } from './delete-own.ts'
import { find } from './find.ts'
import { greet, greetInGroup } from './greet.ts'
import type { Hearing } from './hearing.ts'
import { help } from './help.ts'
import { tellHistory } from './history.ts'
import { intentOf } from './intent.ts'
import { setLanguage } from './language.ts'
import { list } from './list.ts'
import { merge } from './merge.ts'
import { openFor } from './open-for.ts'
import { openNow } from './open-now.ts'
import { claimEmail } from './organisation/claim.ts'
import { listCompany } from './organisation/company.ts'
import { manage } from './organisation/manage.ts'
import { share } from './organisation/share.ts'
import { tellQueue } from './queues.ts'
import { setQuiet } from './quiet.ts'
import { relate } from './relate/index.ts'
import { offerSplitOf } from './relate/split.ts'
import { tellReport } from './report.ts'
import { tellRoadmap } from './roadmap.ts'
import { setField } from './set-field.ts'
import { startForm } from './start-form.ts'
import { tellStatus } from './status.ts'
import { undo } from './undo.ts'
import { bringIn, takeOut } from './watch.ts'
import { tellWhy } from './why.ts'
import { refuseOthers } from './worked-on.ts'

/** A command: looked at once more here, and answered to the one who gave it. */
export async function onCommanded(hearing: Hearing<Commanded>): Promise<string> {
  const intent = intentOf(hearing.world, await aboutItsTopic(hearing))
  if (hearing.inbound.inGroup && !amongAgents(hearing, intent)) return greetInGroup(hearing)
  switch (intent.do) {
    case 'form':
      return startForm(hearing, intent)
    case 'open':
      return openNow(hearing, intent)
    case 'open-for':
      return openFor(hearing, intent)
    case 'history': {
      const { ticket, asAgent } = await byKey(hearing, intent.key, { watchers: true })
      return tellHistory(hearing, ticket, asAgent)
    }
    case 'why': {
      const { ticket } = await byKey(hearing, intent.key)
      refuseOthers(hearing, ticket)
      return tellWhy(hearing, ticket)
    }
    case 'report':
      return tellReport(hearing, intent)
    case 'merge':
      return merge(hearing, intent)
    case 'quiet':
      return setQuiet(hearing, intent.hours)
    case 'assign':
      return assignByName(hearing, intent)
    case 'set':
      return setField(hearing, intent)
    case 'roadmap':
      return tellRoadmap(hearing, intent.year)
    case 'queue':
      return tellQueue(hearing, intent.which)
    case 'find':
      return find(hearing, intent.words)
    case 'watch':
      return bringIn(hearing, intent)
    case 'unwatch':
      return takeOut(hearing, intent)
    case 'language':
      return setLanguage(hearing, intent.wanted)
    case 'list':
      return list(hearing)
    case 'company':
      return listCompany(hearing)
    case 'share':
      return share(hearing, intent.key, intent.whom)
    case 'claim-email':
      return claimEmail(hearing, intent.email)
    case 'organisation':
      return manage(hearing, intent.words)
    case 'status':
      return tellStatus(hearing, intent.key)
    case 'close':
      return close(hearing, intent.key)
    case 'help':
      return help(hearing)
    case 'start':
      return greet(hearing)
    case 'cancel':
      return cancel(hearing)
    case 'undo':
      return undo(hearing)
    case 'delete':
      return deleteOwn(hearing)
    case 'greet-in-group':
      return greetInGroup(hearing)
    case 'split-message':
      return offerSplitOf(hearing)
    default:
      return relate(hearing, intent)
  }
}
