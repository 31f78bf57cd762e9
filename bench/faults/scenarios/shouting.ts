import { startTestDesk } from '../../../test/support/desk.ts'
import { hostileStrings } from '../../../test/support/hostile-strings.ts'
import { shouting } from '../../../test/support/shouting.ts'
import { none, told } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

/** SEC4: eighty strings said by customers, agents and employees, both ways; by form, too, in full. */
export const shouts: Scenario = {
  name: 'shouting',
  proves: ['SEC4'],
  beside: true,
  parts: onePart(async ({ cluster, say }, size) => {
    const desk = await startTestDesk({ cluster: await cluster() })
    const crowd = await shouting(desk, hostileStrings)
    try {
      const wrong = [
        ...(await crowd.byCustomers()),
        ...(await crowd.byAgents()),
        ...(size === 'full' ? await crowd.byForm() : []),
        ...(await crowd.stored()),
      ]
      for (const one of wrong) say(one)
      return {
        SEC4: [
          none('alive or not read as it was said', wrong),
          told('strings', hostileStrings.length),
          told('ways', size === 'full' ? 3 : 2),
        ],
      }
    } finally {
      await crowd.close()
      await desk.stop()
    }
  }),
}
