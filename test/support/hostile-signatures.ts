import { signatureOf, signed } from './hostile-door.ts'
import { CANARY, type DoorCase, event, eventWith, signature, signedKnock, stampAt, told } from './hostile-requests.ts'

/** Requests that Slack did not sign, or not so, or not now; and two it did. */
export const signatureCases: DoorCase[] = [
  {
    name: 'an event without a signature',
    knocks: eventWith((_, now) => [stampAt(now)]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'with a signature and no time',
    knocks: eventWith((body, now) => [signature(signatureOf(body, now))]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'with a wrong signature, and with an empty one',
    knocks: (at) =>
      ['v0=', `v0=${'0'.repeat(64)}`].map((value) => told(event(at), stampAt(at.seconds), signature(value))),
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'with a signature cut by one digit, with one digit more, and with more behind it',
    knocks: (at) => {
      const body = event(at)
      const right = signatureOf(body, at.seconds)
      const nearly = [right.slice(0, -1), `${right}0`, `${right}=v0`]
      return nearly.map((value) => told(body, stampAt(at.seconds), signature(value)))
    },
    statuses: [401, 401, 401],
    rows: 0,
  },
  {
    name: 'signed with another app’s secret',
    knocks: eventWith((body, now) => [...signed(body, now, 'the-signing-secret-of-another-app')]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'with the signature in capitals',
    knocks: eventWith((body, now) => [stampAt(now), signature(signatureOf(body, now).toUpperCase())]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'with another version of signature, and with none',
    knocks: (at) => {
      const body = event(at)
      const digest = signatureOf(body, at.seconds).slice('v0='.length)
      return [`v1=${digest}`, digest].map((value) => told(body, stampAt(at.seconds), signature(value)))
    },
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'with two signature headers, one of them right, in either order, and with the right one twice',
    knocks: (at) => {
      const body = event(at)
      const right = signature(signatureOf(body, at.seconds))
      const wrong = signature(`v0=${'f'.repeat(64)}`)
      const pairs = [
        [wrong, right],
        [right, wrong],
        [right, right],
      ] as const
      return pairs.map((pair) => told(body, stampAt(at.seconds), ...pair))
    },
    statuses: [401, 401, 401],
    rows: 0,
  },
  {
    name: 'with two times, one of them the signed one',
    knocks: eventWith((body, now) => [stampAt(now - 400), ...signed(body, now)]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'signed 301 seconds ago',
    knocks: eventWith((body, now) => [...signed(body, now - 301)]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'signed 299 seconds ago: that is Slack, late',
    knocks: eventWith((body, now) => [...signed(body, now - 299)]),
    statuses: [200],
    rows: 1,
  },
  {
    name: 'signed for 301 seconds from now',
    knocks: eventWith((body, now) => [...signed(body, now + 301)]),
    statuses: [401],
    rows: 0,
  },
  {
    name: 'signed for a time that is no number of seconds',
    knocks: (at) =>
      ['NaN', `${at.seconds}.0`, `0x${at.seconds.toString(16)}`, `-${at.seconds}`, `${at.seconds}e0`].map((stamp) => {
        const body = event(at)
        return told(body, ...signed(body, stamp))
      }),
    statuses: [401, 401, 401, 401, 401],
    rows: 0,
  },
  {
    name: 'a body changed by one byte, and with one byte more',
    knocks: (at) => {
      const body = event(at)
      const headers = signed(body, at.seconds)
      return [body.replace(CANARY, `${CANARY.slice(0, -1)}i`), `${body}\n`].map((other) => told(other, ...headers))
    },
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'the same request twice: taken once',
    knocks: (at) => {
      const again = signedKnock(at, event(at))
      return [again, again]
    },
    statuses: [200, 200],
    rows: 1,
  },
  {
    name: 'the same event signed anew, as Slack repeats it: taken once',
    knocks: (at) => {
      const body = event(at)
      return [told(body, ...signed(body, at.seconds - 60)), told(body, ...signed(body, at.seconds))]
    },
    statuses: [200, 200],
    rows: 1,
  },
]
