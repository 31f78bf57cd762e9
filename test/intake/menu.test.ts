import { expect, it } from 'vitest'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { commandsOf } from '../../src/intake/menu.ts'
import { shippedDesk } from '../support/demo.ts'

async function offered(desk: string, change?: (desk: Desk) => Desk): Promise<string[]> {
  return commandsOf({ desks: await shippedDesk(desk, change) }).map(({ name }) => name)
}

function withoutSharing(desk: Desk): Desk {
  return { ...desk, roles: desk.roles.map((role) => ({ ...role, may: role.may.filter((act) => act !== 'share') })) }
}

it('the menu offers /share where people may let a colleague in, and nowhere else', async () => {
  expect(await offered('kubit')).toContain('share')
  expect(await offered('smartplayer')).toContain('share')
  expect(await offered('kubit', withoutSharing)).not.toContain('share')
  expect(await offered('demo')).not.toContain('share')
})
