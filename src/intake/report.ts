import { gatherReport, reportSentences } from '../acts/report.ts'
import { type Commanded, traits } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { DAY_MS } from '../domain/open-hours.ts'
import { Refusal } from '../domain/refusal.ts'
import { split } from '../domain/text/split.ts'
import type { Text } from '../domain/text/text.ts'
import { phraseKept } from '../locales/index.ts'
import { say } from '../ports/content.ts'
import { type Hearing, languageOf, whisper } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

const DAYS = { week: 7, month: 30 } as const

/** `/ticket report [week|month] [csv]`: how the last days were, on the desks whose figures the person may read. */
export async function tellReport(
  hearing: Hearing<Commanded>,
  { over, csv }: { over: keyof typeof DAYS; csv: boolean },
): Promise<string> {
  const { unit, world, person, standing, inbound } = hearing
  const own = world.desks.filter((desk) => isAgentOf(desk, standing))
  const desks = own.filter((desk) => mayDo(desk, actorOf(desk, person, standing).roles, 'report'))
  const [first] = desks
  if (!first) throw new Refusal(own.length > 0 ? 'not-allowed' : 'not-an-agent')
  const language = languageOf(hearing)
  const to = unit.now.getTime()
  const report = await gatherReport(unit, world, desks, { from: to - DAYS[over] * DAY_MS, to }, language)
  const said = [...reportSentences(report, first.zone), ...(csv ? [say('report-csv', { over })] : [])]
  const children = said.flatMap((one) => phraseKept(one.key, one.facts, language).children)
  const text: Text = { type: 'root', children }
  const parts = split(text, traits[inbound.at.platform].partUnits)
  await unit.deliveries.owe(parts.map((part) => whisper(hearing, [{ text: part }])))
  return 'reported'
}
