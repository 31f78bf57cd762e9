import type { MiddlewareHandler } from 'hono'

/** Lets through who asked for 127.0.0.1 or localhost by name: a foreign name that leads here (DNS rebinding) does not. */
export const fromHere: MiddlewareHandler = async (context, next) => {
  if (!isHere(context.req.header('host'))) return context.text('Forbidden', 403)
  return next()
}

/**
 * Lets through what our own page sends: a browser names the page's origin in `Origin`, and sends JSON to another origin
 * only after asking leave, which is never given.
 */
export const actsFromHere: MiddlewareHandler = async (context, next) => {
  const { host, origin, 'content-type': type } = context.req.header()
  if (!isHere(host) || origin !== `http://${host}`) return context.text('Forbidden', 403)
  if (type?.split(';')[0]?.trim() !== 'application/json') return context.text('Unsupported Media Type', 415)
  return next()
}

/** The server listens on 127.0.0.1 only, so the port is its own. */
function isHere(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
}
