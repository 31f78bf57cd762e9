/** What Slack answers with `ok: false`. `messages` become `response_metadata.messages`, `facts` stand beside `error`. */
export class SlackRefusal extends Error {
  readonly code: string
  readonly messages: string[]
  readonly facts: Record<string, unknown>

  constructor(code: string, messages: string[] = [], facts: Record<string, unknown> = {}) {
    super([code, ...messages].join(' '))
    this.name = 'SlackRefusal'
    this.code = code
    this.messages = messages
    this.facts = facts
  }
}
