import { MongoBackend } from '@agendajs/mongo-backend'
import { MongoClient } from 'mongodb'
import type { Shelf } from './agenda.ts'

const COLLECTION = 'agenda_jobs'
const ANSWER_WITHIN_MS = 5_000

/** Jobs in MongoDB (`AGENDA_MONGODB_URL`), or in what speaks its protocol. */
export async function mongoShelf(url: string): Promise<Shelf> {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: ANSWER_WITHIN_MS,
    connectTimeoutMS: ANSWER_WITHIN_MS,
    socketTimeoutMS: ANSWER_WITHIN_MS,
  })
  try {
    await client.connect()
    await client.db().command({ ping: 1 })
  } catch (error) {
    await client.close()
    throw error
  }
  const jobs = client.db().collection(COLLECTION)
  return {
    backend: new MongoBackend({ mongo: client.db(), collection: COLLECTION, ensureIndex: true }),
    async names() {
      const found = await jobs
        .find({
          type: 'single',
          disabled: { $ne: true },
          $or: [{ nextRunAt: { $ne: null } }, { lockedAt: { $ne: null } }],
        })
        .project({ name: 1 })
        .toArray()
      return found.map(({ name }) => String(name))
    },
    async release(holder) {
      await jobs.updateMany({ lastModifiedBy: holder, lockedAt: { $ne: null } }, { $set: { lockedAt: null } })
    },
    close: () => client.close(),
  }
}
