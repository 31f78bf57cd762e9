import type { Desk } from '../../src/domain/desk/desk.ts'
import type { FieldKind } from '../../src/domain/desk/field.ts'

type Field = Desk['types'][number]['fields'][number]

function field(id: string, kind: FieldKind, label: string, more: Partial<Field> = {}): Field {
  return { id, kind, label: { en: label }, required: false, ...more }
}

const options = ['linux', 'macos', 'windows'].map((id) => ({ id, label: { en: id } }))

/** The demo with a type that asks for every kind of field there is. */
export function withEveryKind(demo: Desk): Desk {
  const fields = [
    field('name', 'text', 'Name of the thing', { hint: { en: 'As it is printed on it' } }),
    field('story', 'longtext', 'The whole story'),
    field('os', 'choice', 'System', { options }),
    field('release-name', 'text', 'Name of the distribution', { shownWhen: { os: ['linux'] } }),
    field('seen', 'many', 'Seen on', { options, max: 2 }),
    field('again', 'yesno', 'Does it happen again?'),
    field('how-often', 'number', 'How often a day?', { shownWhen: { again: ['yes'] } }),
    field('since', 'date', 'Since when?'),
    field('build', 'version', 'Build'),
    field('boss', 'person', 'Who decides?'),
    field('mail', 'email', 'Mail of the vendor'),
    field('page', 'url', 'Page of the vendor'),
    field('pictures', 'file', 'Pictures', { max: 2 }),
  ]
  const everything = {
    id: 'everything',
    label: { en: 'Everything' },
    hints: {},
    asks: [],
    fields,
    agentFields: [field('planned', 'release', 'Planned for')],
  }
  return { ...demo, types: [...demo.types, everything] }
}
