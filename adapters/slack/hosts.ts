const OWN = ['slack.com', 'slack-edge.com', 'slack-files.com']

/** Whether an address is Slack's own: the token may go there, nothing else is ever fetched (platforms.md §A3.4). */
export function isSlacks(address: string | URL, apiUrl: string): boolean {
  const url = URL.parse(String(address))
  if (url?.username !== '' || url.password !== '') return false
  if (url.origin === new URL(apiUrl).origin) return true
  const own = OWN.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  return own && url.protocol === 'https:' && url.port === ''
}
