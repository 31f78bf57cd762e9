/** What one process at a time does (it polls, it catches up), and who is alive. Real time; who dies loses it. */
export interface Leases {
  /** True while `holder` has it; false: somebody else alive does. Renewed by asking again. */
  hold(name: string, holder: string, forMs: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}
