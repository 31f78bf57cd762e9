/** What a spreadsheet would run as a formula instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as RFC 4180 has it, lines ending in CRLF. Text a spreadsheet would take for a formula is led by a quote
 * mark: the names in it are what people called themselves. Numbers are written as they are; null is an empty cell.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table that cannot be read, and from which line on. */
export class CsvFault extends Error {
  /** From 1. */
  readonly line: number
  constructor(line: number) {
    super(`a quotation mark is not closed, line ${line}`)
    this.name = 'CsvFault'
    this.line = line
  }
}

/**
 * The rows of a table as spreadsheets save it (RFC 4180, also with semicolons and a byte order mark), each with the line
 * it begins in; empty lines are left out.
 * @throws CsvFault
 */
export function rowsOf(text: string): { line: number; cells: string[] }[] {
  const source = text.replace(/^\uFEFF/, '')
  const [head = ''] = source.split(/\r?\n/, 1)
  const separator = head.includes(';') && !head.includes(',') ? ';' : ','
  const rows: { line: number; cells: string[] }[] = []
  let line = 1
  let row = { line, cells: [] as string[] }
  let cell = ''
  const endRow = (): void => {
    row.cells.push(cell)
    cell = ''
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row)
    row = { line, cells: [] }
  }
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at)
    if (sign === '"' && cell.trim() === '') {
      const opened = line
      const end = /"(?!")/g
      const rest = source.slice(at + 1).replaceAll('""', '\u0000\u0000')
      const closing = end.exec(rest)?.index
      if (closing === undefined) throw new CsvFault(opened)
      cell = rest.slice(0, closing).replaceAll('\u0000\u0000', '"')
      line += cell.split('\n').length - 1
      at += closing + 1
    } else if (sign === separator) {
      row.cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      line += 1
      endRow()
    } else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}
