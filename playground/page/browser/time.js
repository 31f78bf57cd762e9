const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

export const clockTime = (ms) => hour.format(ms)
export const fullTime = (ms) => full.format(ms)

/** Unix ms of a Slack `ts`. */
export const msOf = (ts) => Number(ts) * 1000
