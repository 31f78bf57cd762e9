export { fallback } from './fallback.ts'
export { fromRichText } from './from-rich-text.ts'
export { fromTables } from './from-tables.ts'
export { toRichText } from './to-rich-text.ts'
