/** What a button means; `act` is a word of `acts/buttons.ts`. */
export interface Button {
  id: string
  act: string
  ticketId: string | null
  draftId: string | null
  messageId: string | null
  argument: string | null
}

export interface Buttons {
  keep(buttons: readonly Button[]): Promise<void>
  byId(id: string): Promise<Button | undefined>
}
