import { calmWords } from '../../../src/domain/text/words.ts'

/**
 * The words of a slash command as they were typed, calm. Slack escapes `& < >` and, with `should_escape`, puts people,
 * channels and links in angle brackets: `<@U1|rita>`, `<#C1|help>`, `<https://example.com|label>`.
 */
export function commandWords(text: string): string {
  return calmWords(text)
    .replace(/<([@#!][^<>|]+|\w+:[^<>|\s]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) =>
      wordOf(target, label),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

function wordOf(target: string, label: string | undefined): string {
  const sign = target.charAt(0)
  if (sign === '@' || sign === '#') return `${sign}${label || target.slice(1)}`
  if (sign === '!') return label || `@${target.slice(1)}`
  return target
}

/** The channels a command's text names, in order. */
export function channelsNamed(text: string): string[] {
  return Array.from(text.matchAll(/<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>/g), ([, id]) => id ?? '')
}

/** The people a command's text names, in order: ids, where Slack puts them there (`should_escape`). */
export function peopleNamed(text: string): string[] {
  return Array.from(text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g), ([, id]) => id ?? '')
}
