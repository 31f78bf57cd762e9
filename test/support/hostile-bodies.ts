import { gzipSync } from 'node:zlib'
import { APP, HELP, RITA, TEAM } from '../../playground/slack/index.ts'
import { FORM_TYPE, JSON_TYPE, signed } from './hostile-door.ts'
import { CANARY, type DoorCase, event, eventWith, form, press, signedKnock, told } from './hostile-requests.ts'

/** Requests that are signed as they should be, and strange in what they are and where they go. */
export const bodyCases: DoorCase[] = [
  {
    name: 'an event under another content type',
    knocks: (at) =>
      ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''].map((type) => {
        const body = event(at)
        return { body, headers: [['content-type', type], ...signed(body, at.seconds)] as const }
      }),
    statuses: [400, 400, 400, 400],
    rows: 0,
  },
  {
    name: 'a gzipped body, signed as it was before and as it is now',
    knocks: (at) => {
      const body = event(at)
      const packed = gzipSync(body)
      return [body, packed].map((of) => told(packed, ['content-encoding', 'gzip'], ...signed(of, at.seconds)))
    },
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'a body in UTF-16, signed',
    knocks: (at) => {
      const body = Buffer.from(event(at), 'utf16le')
      return [{ body, headers: [['content-type', 'application/json; charset=utf-16'], ...signed(body, at.seconds)] }]
    },
    statuses: [400],
    rows: 0,
  },
  {
    name: 'bytes that are no UTF-8: what is checked is what is read',
    knocks: (at) => {
      const body = Buffer.concat([Buffer.from(event(at)), Buffer.from([0xff, 0xfe, 0xc0])])
      return [signedKnock(at, body)]
    },
    statuses: [401],
    rows: 0,
  },
  {
    name: 'a header of 100 KB',
    knocks: eventWith((body, now) => [['x-long', 'x'.repeat(100_000)], ...signed(body, now)]),
    statuses: [431],
    rows: 0,
  },
  {
    name: 'a body of 3 MB, its length told or not',
    knocks: (at) => {
      const body = event(at, { filler: 'x'.repeat(3_000_000) })
      return [signedKnock(at, body), signedKnock(at, body, { framing: 'chunked' })]
    },
    statuses: [413, 413],
    rows: 0,
  },
  {
    // Without one HTTP has no body: what follows the head would be the next request, and is none.
    name: 'a body without a length: none is read',
    knocks: (at) => [signedKnock(at, event(at), { framing: 'none' })],
    statuses: [400],
    rows: 0,
  },
  {
    name: 'a body in chunks: that is HTTP',
    knocks: (at) => [signedKnock(at, event(at), { framing: 'chunked' })],
    statuses: [200],
    rows: 1,
  },
  {
    name: 'any method but POST',
    knocks: (at) =>
      ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((method) =>
        signedKnock(at, event(at), { method }),
      ),
    statuses: [404, 404, 404, 404, 404, 404, 404],
    rows: 0,
  },
  {
    name: 'a path that is nearly right',
    knocks: (at) =>
      [
        '//slack/events',
        '/slack//events',
        '/slack/events/',
        '/slack/..;/slack/events',
        '/slack/events;jsessionid=1',
        '/SLACK/EVENTS',
        '/slack%2fevents',
        '/slack/events%00',
        '/health/ready/slack/events',
      ].map((path) => signedKnock(at, event(at), { path })),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404, 404],
    rows: 0,
  },
  {
    name: 'JSON that is no object',
    knocks: (at) => ['[]', '"a"', '1', 'null', '', '{"type":'].map((body) => signedKnock(at, body)),
    statuses: [400, 400, 400, 400, 400, 400],
    rows: 0,
  },
  {
    name: 'keys that reach for the prototype of all objects',
    knocks: (at) => {
      const own = event(at).replace(
        /\}$/,
        ',"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
      )
      const inner = event(at).replace('"event":{', '"event":{"__proto__":{"polluted":"yes","type":"surprise"},')
      const fields = `__proto__=polluted&constructor[prototype][polluted]=yes&${press()}`
      return [
        signedKnock(at, own),
        signedKnock(at, inner),
        { body: fields, headers: [FORM_TYPE, ...signed(fields, at.seconds)] },
      ]
    },
    statuses: [200, 200, 200],
    rows: 3,
  },
  {
    name: 'an event of another workspace our app is in: not heard; of one that shares a channel with ours: heard',
    knocks: (at) => {
      const team_id = 'T0OTHER'
      const seenBy = (team: string) => [{ enterprise_id: null, team_id: team, user_id: 'U0ELSE', is_bot: true }]
      return [{ team_id }, { authorizations: seenBy(team_id) }, { team_id, authorizations: seenBy(TEAM) }].map((more) =>
        signedKnock(at, event(at, more)),
      )
    },
    statuses: [200, 200, 200],
    rows: 1,
  },
  {
    name: 'a command of another workspace',
    knocks: (at) => {
      const fields = { command: '/ticket', text: CANARY, team_id: 'T0OTHER', user_id: RITA, channel_id: HELP }
      const body = form({ ...fields, trigger_id: 'hostile-command', api_app_id: APP })
      return [{ body, headers: [FORM_TYPE, ...signed(body, at.seconds)] }]
    },
    statuses: [200],
    rows: 0,
  },
  {
    name: 'what Slack asks of an address, asked by somebody else',
    knocks: () => {
      const check = JSON.stringify({ type: 'url_verification', challenge: CANARY })
      return [
        { body: check, headers: [JSON_TYPE] },
        { body: 'ssl_check=1&token=t', headers: [FORM_TYPE] },
      ]
    },
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'a press told twice: taken once',
    knocks: (at) => {
      const body = press()
      const again = { body, headers: [FORM_TYPE, ...signed(body, at.seconds)] }
      return [again, again]
    },
    statuses: [200, 200],
    rows: 1,
  },
]
