import { describe, expect, it } from 'vitest'
import { acts } from '../../src/domain/desk/act.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { mayDo, transitionAllowed } from '../../src/domain/desk/questions.ts'
import { shippedDesk } from '../support/demo.ts'

/* Role × act × desk: written by hand beside the desk files, so that a slip of the pen in one of them is seen here. */

const working =
  'take reply note assign triage move tag merge link resolve reopen watch share private block report organisation'
const asking = 'open reply resolve reopen rate watch'

const rights: Record<string, Record<string, string>> = {
  smarttalk: {
    agent: working,
    developer: 'take reply note assign triage move link watch',
    qa: 'take reply note triage move resolve reopen watch',
    'product-owner': acts.join(' '),
    requester: asking,
  },
  smartplayer: { agent: working, lead: acts.join(' '), requester: `${asking} share` },
  'saas-helpdesk': { agent: working, lead: acts.join(' '), requester: asking },
  mutelab: { agent: working, lead: acts.join(' '), requester: 'open reply reopen rate watch' },
  kubit: { agent: working, lead: acts.join(' '), requester: `${asking} share` },
  demo: { agent: working.replace(' share', ''), lead: acts.join(' '), requester: asking },
}

const sorted = (list: readonly string[]) => list.toSorted()
async function desk(name: string): Promise<Desk> {
  const [found] = await shippedDesk(name)
  if (!found) throw new Error(name)
  return found
}

describe.each(Object.entries(rights))('%s', (name, roles) => {
  it('has these roles and no other', async () => {
    expect(sorted((await desk(name)).roles.map(({ id }) => id))).toEqual(sorted(Object.keys(roles)))
  })
  it.each(Object.entries(roles))('%s may do this and nothing else', async (role, may) => {
    const found = await desk(name)
    const allowed = acts.filter((act) => mayDo(found, role === 'requester' ? [role] : [role, 'requester'], act))
    expect(sorted(allowed)).toEqual(sorted(may.split(' ')))
  })
})

describe('transitions', () => {
  const given = { severity: 's1', category: 'voice', planned: '2027-Q1', cause: 'x', 'severity-confirmed': 'yes' }
  it('smarttalk: each role leads on only what is theirs', async () => {
    const vendor = await desk('smarttalk')
    const ways = (role: string) =>
      vendor.statuses.flatMap((from) =>
        vendor.statuses.flatMap((to) =>
          from !== to && transitionAllowed(vendor, from.id, to.id, [role], given) === 'allowed'
            ? [`${from.id} → ${to.id}`]
            : [],
        ),
      )
    expect(ways('requester')).toEqual([])
    expect(ways('qa')).toEqual(['testing → investigating', 'testing → resolved'])
    expect(ways('developer')).toEqual([
      'hotfix → investigating',
      'bugfix → investigating',
      'investigating → testing',
      'investigating → waiting',
      'waiting → investigating',
    ])
    expect(ways('agent')).not.toContain('testing → resolved')
    expect(ways('product-owner').length).toBe(vendor.transitions?.length)
  })
  it('mutelab: nobody goes ahead before prepayment is marked', async () => {
    const tracker = await desk('mutelab')
    for (const from of ['new', 'in-progress', 'feedback', 'pending']) {
      for (const role of ['agent', 'lead', 'requester']) {
        expect(transitionAllowed(tracker, from, 'go-ahead', [role], {})).not.toBe('allowed')
        expect(transitionAllowed(tracker, from, 'go-ahead', [role], { prepaid: 'no' })).not.toBe('allowed')
      }
      expect(transitionAllowed(tracker, from, 'go-ahead', ['agent'], { prepaid: 'yes' })).toBe('allowed')
    }
  })
})
