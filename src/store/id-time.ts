/** The smallest uuid v7 of that millisecond: rows whose ids we made later are not below it. */
export function firstIdOf(at: Date): string {
  const ms = at.getTime().toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`
}
