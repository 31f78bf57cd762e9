import { expect, it } from 'vitest'
import { examineJobStore } from '../../src/commands/doctor/job-store.ts'
import { mongoAtHand } from '../support/mongo.ts'

it('without an address of its own there is nothing to look at', async () => {
  expect(await examineJobStore(undefined)).toEqual([])
})

it('nobody at the address is said, without the password in it', async () => {
  const [finding] = await examineJobStore('mongodb://desk:geheim@127.0.0.1:9/deskhand?serverSelectionTimeoutMS=300')
  expect(finding).toMatchObject({ state: 'wrong', says: 'job-store-silent' })
  expect(JSON.stringify(finding)).not.toContain('geheim')
})

it.runIf(mongoAtHand())('one that answers is well', async () => {
  const server = await mongoAtHand()?.start()
  expect(await examineJobStore(server?.url)).toEqual([{ state: 'well', says: 'job-store', facts: {} }])
  await server?.stop()
})
