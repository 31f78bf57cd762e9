import type { Desk } from './desk.ts'
import { label } from './label.ts'

/** How an agent of this name signs to somebody who reads this language (`agentName` of the desk file). */
export function signature(desk: Desk, name: string, language: string): string {
  if (desk.agentName === 'desk' || name === '') return label(desk.name, language, desk)
  return desk.agentName === 'first' ? (name.split(' ')[0] ?? name) : name
}
