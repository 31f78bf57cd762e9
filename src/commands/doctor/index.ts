import { words } from '../../locales/index.ts'
import { examineAll, type Surroundings } from './examine.ts'
import { linesOf, sayFault } from './lines.ts'
import { hiding } from './secrets.ts'

export interface DoctorOptions extends Surroundings {
  /** Mend what can be mended, then look again. Without it nothing is changed. */
  fix: boolean
  print: (line: string) => void
}

/**
 * `npm run doctor [-- --fix]`: looks at everything a desk needs, a line each, and says how to repair what is wrong. No
 * line ever holds a token. Returns the exit code: 1 when something is wrong, or could not be mended.
 */
export async function runDoctor({ fix, print, ...surroundings }: DoctorOptions): Promise<number> {
  const hide = hiding(surroundings.env)
  const say = (line: string): void => print(hide(line))
  const allMended = !fix || (await mend(surroundings, say))
  const findings = await examineAll(surroundings)
  for (const line of findings.flatMap(linesOf)) say(line)
  const count = findings.filter(({ state }) => state === 'wrong').length
  say('')
  say(count === 0 ? words('doctor-all-well', {}, 'en') : words('doctor-faults', { count }, 'en'))
  return count === 0 && allMended ? 0 : 1
}

/** Mends all that can be mended, a line for each; false where something could not be. */
async function mend(surroundings: Surroundings, say: (line: string) => void): Promise<boolean> {
  const mendable = (await examineAll(surroundings)).filter((finding) => finding.fix !== undefined)
  let allMended = true
  for (const finding of mendable) {
    const fault = sayFault(finding)
    try {
      await finding.fix?.()
      say(words('doctor-fixed', { fault }, 'en'))
    } catch (error) {
      allMended = false
      say(words('doctor-fix-failed', { fault, why: error instanceof Error ? error.message : '' }, 'en'))
    }
  }
  if (mendable.length > 0) say('')
  return allMended
}
