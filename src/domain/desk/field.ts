/** The kinds of field a form may have (desk-example.yaml). */
export const fieldKinds = [
  'text',
  'longtext',
  'choice',
  'many',
  'yesno',
  'number',
  'date',
  'version',
  'person',
  'file',
  'email',
  'url',
  'release',
] as const

export type FieldKind = (typeof fieldKinds)[number]
