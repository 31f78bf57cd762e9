const storageKey = 'deskhand-playground-seen'

function load() {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}')
  } catch {
    return {}
  }
}

const seen = load()

/** The newest `ts` (or message id) somebody has seen in a place. */
export const lastSeen = (person, place) => Number(seen[`${person} ${place}`] ?? 0)

/** Notes that somebody has seen everything up to `mark`. */
export function saw(person, place, mark) {
  if (lastSeen(person, place) >= Number(mark)) return
  seen[`${person} ${place}`] = Number(mark)
  try {
    localStorage.setItem(storageKey, JSON.stringify(seen))
  } catch {
    // Without a store it is forgotten with the page.
  }
}
