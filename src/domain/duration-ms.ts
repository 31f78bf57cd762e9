const UNITS_MS = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** An ISO 8601 duration of the desk file in ms; a day is 24 hours here: `PT90M`, `P1D`, `PT0S`. */
export function durationMs(duration: string): number {
  let ms = 0
  for (const [, count, unit] of duration.matchAll(/(\d+)([WDHMS])/g)) {
    // The pattern lets no other unit through; no duration of a desk file has months.
    ms += Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS]
  }
  return ms
}

/** `26:05`: hours and minutes, to the nearest. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
