import type { Statement } from './statement.ts'

/** A property's column. */
export const columnOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

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
