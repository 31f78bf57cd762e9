import type { Config } from '../../config.ts'
import { readDesks } from '../../desks.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { DeskFault } from '../../domain/desk/fault.ts'
import { deskSurroundings } from '../../playground-names.ts'
import { warningLine } from '../check-desks.ts'
import { type Finding, open, well, wrong } from './finding.ts'

/** The desk files; `desks` is undefined where one of them cannot be used. */
export async function examineDesks(config: Config): Promise<{ findings: Finding[]; desks: Desk[] | undefined }> {
  const { named, absent } = deskSurroundings(config)
  try {
    const { desks, warnings } = await readDesks(config.desks, named, absent)
    const told = warnings.map((warning) => open('desk-warning', { warning: warningLine(warning) }))
    return { findings: [...desks.map(({ desk, prefix }) => well('desk', { desk, prefix })), ...told], desks }
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    const faults = error.message.split('\n').map((fault) => wrong('desk-fault', { fault }))
    return { findings: faults, desks: undefined }
  }
}
