/** What Slack's composer leaves as it was typed: code, links, and what is a mention already. */
const kept = '```[\\s\\S]*?(?:```|$)|`[^`\\n]+`|\\[[^\\]\\n]+\\]\\(https?://[^\\s)]+\\)|https?://\\S+|<[^<>\\n]+>'
const before = '(?<![\\p{L}\\p{N}])'
const behind = '(?![_-]?[\\p{L}\\p{N}])'

/**
 * What somebody typed with the people it names as mentions, as Slack's composer makes them: `@bo` or `@Bo`, by either
 * name, is `mention(id, name)`; of several names the longest.
 */
export function withMentions(text, users, mention = (id) => `<@${id}>`) {
  const ids = idsByName(users)
  const names = [...ids.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  const token = new RegExp(`${kept}|${before}@(?<name>${names.join('|')})${behind}`, 'giu')
  return text.replace(token, (whole, name) => (name === undefined ? whole : mention(ids.get(name.toLowerCase()), name)))
}

/** What somebody typed to make a message say `text`: names for mentions, links as they are written, no escapes. */
export function asTyped(text, users) {
  const ids = idsByName(users)
  const realNames = new Map(users.map(({ id, realName }) => [id, realName]))
  const named = new RegExp(`${before}<@(\\w+)(?:\\|[^<>]*)?>${behind}`, 'gu')
  return text
    .replace(named, (whole, id) => {
      const name = realNames.get(id)
      // Of two with one name only one can be named so.
      return name !== undefined && ids.get(name.toLowerCase()) === id ? `@${name}` : whole
    })
    .replace(/<(https?:[^<>|]+)(?:\|([^<>]+))?>/g, (_, url, label) =>
      label === undefined ? url : `[${label}](${url})`,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Whom `@name` means, by their names in small letters; the first of two. */
function idsByName(users) {
  const ids = new Map()
  for (const { id, name, realName } of users) {
    for (const one of [name, realName]) if (one && !ids.has(one.toLowerCase())) ids.set(one.toLowerCase(), id)
  }
  return ids
}
