import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { codeOf, isRefusal } from './code.ts'
import { type Finding, well, wrong } from './finding.ts'

const members = z.object({ users: z.array(z.string()) })

/** Can the people of a user group be read, and are there any? */
export async function examineGroup(client: webApi.WebClient, id: string): Promise<Finding[]> {
  try {
    const { users } = members.parse(await client.usergroups.users.list({ usergroup: id }))
    return [users.length > 0 ? well('slack-group', { id, count: users.length }) : wrong('slack-group-empty', { id })]
  } catch (error) {
    const unknown = isRefusal(error) && error.data.error === 'no_such_subteam'
    return [wrong(unknown ? 'slack-group-unknown' : 'slack-group-unseen', { id, code: codeOf(error) })]
  }
}
