import { MongoBackend } from '@agendajs/mongo-backend'
import { type Collection, MongoClient, MongoServerError } from 'mongodb'
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
  const jobs = client.db().collection(COLLECTION)
  try {
    await client.connect()
    await client.db().command({ ping: 1 })
    await onceEach(jobs)
  } catch (error) {
    await client.close()
    throw error
  }
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

/**
 * Agenda looks whether a job is there and makes it where it is not: of processes that start together each may make one
 * (stack.md §4), and each would be run. Where that has happened all go; whoever looks next declares them anew.
 */
async function onceEach(jobs: Collection): Promise<void> {
  const unique = () => jobs.createIndex({ name: 1 }, { unique: true, name: 'each-job-once' })
  await unique().catch(async (error: unknown) => {
    if (!isDuplicate(error)) throw error
    await jobs.deleteMany({})
    await unique()
  })
}

function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11_000
}
