import type { Statement } from './statement.ts'

const columnNames = new Map<string, string>()

/** A property's column. Worked out once: a message writes some hundred of them. */
export function columnOf(property: string): string {
  const known = columnNames.get(property)
  if (known !== undefined) return known
  const column = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(property, column)
  return column
}

/** Rows of a table as the one parameter of `insertInto`'s statements. */
export function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows.map(inColumns))
}

/** Written out: by way of entries and back it was one part in twenty-six of what a mirrored message cost this process. */
function inColumns(row: object): object {
  const properties = row as Record<string, unknown> // its own, whatever they are
  const named: Record<string, unknown> = {}
  for (const property in properties) named[columnOf(property)] = properties[property]
  return named
}

/**
 * An insert of any number of rows (`asJson`), of these properties of a table; what is not named has its default. One
 * text however many they are, so that it is planned once.
 */
export function insertInto(table: string, properties: readonly string[], conflict = ''): Statement {
  const columns = properties.map((property) => `"${columnOf(property)}"`).join(', ')
  return {
    name: `insert-${table.replaceAll('_', '-')}`,
    text: `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb) ${conflict}`,
  }
}
