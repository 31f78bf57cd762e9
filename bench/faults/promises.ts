/** What is promised (reliability.md §3.4), and how much of it is enough, in the words of the table. */
export const promises = {
  R1: { promise: 'An acknowledged message is never lost', target: '0 lost messages, 0 lost tickets' },
  R2: { promise: 'No double ticket, message or timer effect', target: '0 duplicates' },
  R3: {
    promise: 'Duplicates seen in chat are rare',
    target: 'Slack 0; Telegram ≤ 2 a kill, and one for each answer that was cut off',
  },
  R4: { promise: 'Order within a conversation', target: '100 % in platform order' },
  R5: { promise: 'Recovery', target: 'ready within 5 s, backlog drained within 60 s' },
  R6: {
    promise: 'The database restarts, hangs, refuses',
    target: '0 exits, 0 lost, ready 10 s after, 503 within 1 s meanwhile',
  },
  R7: {
    promise: 'A long outage of ours',
    target: '0 lost; clocks start when it was said; one apology to each person',
  },
  R8: {
    promise: 'An outage of a platform',
    target: '0 lost, no call before Retry-After, ≤ 1 probe in 15 s, drained within 5 min, others +10 %',
  },
  R9: {
    promise: 'Poison messages',
    target: 'parked after 5 attempts, shown, replayable; others p95 +10 %; 0 restarts',
  },
  R10: { promise: 'Two replicas, one effect', target: 'each once; late p99 2 s away from kills, max 30 s' },
  R11: { promise: 'Clock jumps of a replica', target: '0 early, due times the same, stale signatures refused' },
  R13: { promise: 'Timers survive deletion of the queue', target: '0 missed, late at most 30 s' },
  R14: { promise: 'Upgrade N → N+1 → N under load', target: '0 lost, 0 doubled, no request over 3 s' },
  R16: { promise: 'Soak, half an hour of it', target: 'memory slope under 2 MiB/h after warm-up, 0 lost' },
  R17: { promise: 'Acknowledgement at 100 messages a second', target: 'p99 0.5 s, max 2.5 s' },
  R18: { promise: 'End to end under load L', target: 'visible to the agent: p95 1.5 s, p99 4 s' },
  SEC1: { promise: 'Only the platform can speak', target: '40 of 40 cases answered as they must be' },
  SEC3: { promise: 'Rights inside a tenant', target: 'matrix 100 %, removal within 60 s, 0 notes leaked' },
  SEC4: { promise: 'A customer cannot shout through the bot', target: '80 strings: 0 mentions, 0 active markup' },
  SEC5: {
    promise: 'Files',
    target: 'memory +64 MiB at most, names calm, bytes unchanged, nothing shown as what it is not',
  },
  SEC6: { promise: 'Fuzz', target: '0 exceptions, 0 answers of 5xx, 0 prototypes touched, no answer over 1 s' },
  SEC9: { promise: 'No request forgery', target: '0 connections outside the allow list, redirects not followed' },
} as const

export type PromiseId = keyof typeof promises

export const promiseIds = Object.keys(promises) as PromiseId[] // the keys of the record above
