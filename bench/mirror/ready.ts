/** Tells whoever started this process that it takes requests here. It ends when they go. */
export function ready(port: number): void {
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}
