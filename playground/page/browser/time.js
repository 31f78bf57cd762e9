const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const short = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

export const clockTime = (ms) => hour.format(ms)
export const fullTime = (ms) => full.format(ms)
export const dayAndTime = (ms) => short.format(ms)

/** Unix ms of a Slack `ts`. */
export const msOf = (ts) => Number(ts) * 1000
