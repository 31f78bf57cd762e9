import { mongoShelf } from '../../jobs/mongo.ts'
import { nameOfError } from '../../ports/log.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Does the MongoDB of `AGENDA_MONGODB_URL` answer, where there is one? Its address may hold a password: it is not shown. */
export async function examineJobStore(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return []
  try {
    const shelf = await mongoShelf(url)
    await shelf.close()
    return [well('job-store')]
  } catch (error) {
    return [wrong('job-store-silent', { code: nameOfError(error) })]
  }
}
