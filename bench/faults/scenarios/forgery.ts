import { startTestDesk } from '../../../test/support/desk.ts'
import { forgeries } from '../../../test/support/forgery.ts'
import { none, told } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

/** SEC9: people give the desk addresses of this machine and of clouds' own services, in every way there is. */
export const forgery: Scenario = {
  name: 'forgery',
  proves: ['SEC9'],
  parts: onePart(async ({ cluster, say }) => {
    const desk = await startTestDesk({ cluster: await cluster() })
    try {
      const { addresses, inside, outside, trapped } = await forgeries(desk)
      for (const one of outside) say(`a connection to ${one}`)
      return {
        SEC9: [
          none('connections outside the allow list', outside),
          none('connections to the traps', trapped),
          { what: 'connections seen inside it', found: inside, least: 1 },
          told('addresses', addresses),
        ],
      }
    } finally {
      await desk.stop()
    }
  }),
}
