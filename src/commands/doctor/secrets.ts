/** Shorter ones are no secrets, and would blot out half of the words. */
const SHORTEST = 8

/**
 * Blots out the secrets of this environment wherever they would show. The checks print none; this keeps the promise
 * where a platform or a driver quotes what it was given.
 */
export function hiding(env: Readonly<Record<string, string | undefined>>): (line: string) => string {
  const named = Object.entries(env).filter(([name]) => /TOKEN|SECRET|PASSWORD/.test(name))
  const secrets = [...named.map(([, value]) => value ?? ''), passwordIn(env.DATABASE_URL ?? '')]
  // The longest first: one may hold another.
  const found = secrets.filter((secret) => secret.length >= SHORTEST).toSorted((a, b) => b.length - a.length)
  return (line) => found.reduce((shown, secret) => shown.replaceAll(secret, '…'), line)
}

function passwordIn(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : ''
}
