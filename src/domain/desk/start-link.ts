import type { Desk } from './desk.ts'

/** Telegram takes no more of a link's start parameter (platforms.md §B1), characters. */
const START_MAX = 64

/** What stands behind `?start=` in a link to the bot that leads to this desk; with `type`, a ticket type's id, to its form. */
export function startParameter({ desk }: Pick<Desk, 'desk'>, type?: string): string {
  return type === undefined ? desk : `${desk}-${type}`
}

/** The links that Telegram would cut or refuse: nobody comes to the desk or the form by them. */
export function tooLongToStart(desk: Pick<Desk, 'desk' | 'types'>): string[] {
  const all = [startParameter(desk), ...desk.types.map(({ id }) => startParameter(desk, id))]
  return all.filter((parameter) => parameter.length > START_MAX)
}
