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
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), value]))),
  )
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
