/** The emoji that appear here by name; any other stays as it is written. */
const known = {
  '+1': '👍',
  '-1': '👎',
  thumbsup: '👍',
  bug: '🐛',
  eyes: '👀',
  fire: '🔥',
  heart: '❤️',
  joy: '😂',
  no_entry: '⛔',
  ok_hand: '👌',
  pray: '🙏',
  printer: '🖨️',
  rocket: '🚀',
  smile: '😄',
  tada: '🎉',
  thinking_face: '🤔',
  ticket: '🎫',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
  clock4: '🕓',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  memo: '📝',
  lock: '🔒',
  star: '⭐',
}

export const emojiOf = (name) => known[name] ?? `:${name}:`

/** `:name:` in plain text, as Slack shows it. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => known[name] ?? whole)
