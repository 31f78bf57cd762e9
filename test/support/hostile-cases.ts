import { bodyCases } from './hostile-bodies.ts'
import { knock } from './hostile-door.ts'
import type { DoorCase, Stranger } from './hostile-requests.ts'
import { signatureCases } from './hostile-signatures.ts'
import { updateCases } from './hostile-updates.ts'

export const doorCases: readonly DoorCase[] = [...signatureCases, ...bodyCases, ...updateCases]

/** Knocks as the case says. Resolves with the answers, in order. */
export async function tried({ knocks }: DoorCase, at: Stranger): Promise<{ status: number; body: string }[]> {
  const answers = []
  for (const each of knocks(at)) answers.push(await knock(at.port, each))
  return answers
}
