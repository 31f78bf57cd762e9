/**
 * Does something as somebody. Resolves with what they then see: `{ok:true}`, `{ok:false, error}` (the desk failed),
 * `{ok:false, errors}` (fields of a form) or `{ok:false, says}` (not possible).
 */
export async function act(what) {
  try {
    const answer = await fetch('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(what),
    })
    if (answer.status === 413) return { ok: false, says: 'That is too long.' }
    const seen = await answer.json()
    return answer.ok ? seen : { ok: false, says: `Not possible: ${[seen.says].flat().join(' ')}` }
  } catch {
    return { ok: false, says: 'The playground does not answer.' }
  }
}

const againAfterMs = 1000

/** Fetches the state now and after each change, one fetch at a time, and hands it to `show`. */
export function follow(show, tellThere) {
  let asked = false
  let running = false
  const draw = async () => {
    asked = true
    if (running) return
    running = true
    try {
      while (asked) {
        asked = false
        const state = await fetchState()
        if (state) show(state)
      }
    } finally {
      // One drawing that fails is told where errors are, and the next change is drawn all the same.
      running = false
    }
  }
  const listen = () => {
    const events = new EventSource('/page/events')
    events.addEventListener('changed', draw)
    events.addEventListener('open', () => tellThere(true))
    events.addEventListener('error', () => {
      tellThere(false)
      // A browser goes on by itself after a broken line, and never after an answer that is an error.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, againAfterMs)
    })
  }
  listen()
}

async function fetchState() {
  try {
    const answer = await fetch('/page/state')
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
