/**
 * What the `text` beside the blocks calls people, channels and groups: elements carry ids only, but
 * `<@U1|ada>`, `<#C1|general>` and `<!subteam^S1|@helpers>` may carry names. Id → name without its sign.
 */
export function labelsIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/<(?:@|#|!subteam\^)([A-Z0-9]+)\|[@#]?([^<>]+)>/g)
  return new Map([...found].flatMap(([, id, name]) => (id && name ? [[id, unescaped(name)] as const] : [])))
}

/** Slack's `text` escapes three characters, and only those (Slack: "Escaping text"). */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_all, name) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'))
}
