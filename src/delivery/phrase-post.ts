import type { Choice, Post } from '../adapter.ts'
import type { Block, Text } from '../domain/text/text.ts'
import { phraseKept, wordsKept } from '../locales/index.ts'
import type { ChoiceContent, Content, Label } from '../ports/content.ts'

/** What is owed, in the reader's language: the last step before a platform. */
export function phrasePost(content: Content): Post {
  const { language } = content
  const shown = (label: Label): string => ('words' in label ? label.words : wordsKept(label.key, label.facts, language))
  return {
    ...(content.author && { author: shown(content.author) }),
    ...(content.calls && { calls: content.calls }),
    ...(content.heading && { heading: shown(content.heading) }),
    body: bodyOf(content),
    ...(content.fields && {
      fields: content.fields.map(({ label, value }) =>
        'moment' in value
          ? { label: shown(label), value: value.words, moment: value.moment }
          : { label: shown(label), value: shown(value) },
      ),
    }),
    ...(content.footnote && { footnote: shown(content.footnote) }),
    ...(content.choices && { choices: content.choices.map((row) => row.flatMap((choice) => choiceOf(choice, shown))) }),
  }
}

function bodyOf({ body, language }: Content): Text {
  const children = body.flatMap((part): Block[] => {
    if ('text' in part) return part.text.children
    return phraseKept(part.key, part.facts, language).children
  })
  return { type: 'root', children }
}

function choiceOf(choice: ChoiceContent, shown: (label: Label) => string): Choice[] {
  // One that led nowhere (`links.ts`).
  if (choice.kind === 'message-link') return []
  if (choice.kind !== 'menu') return [{ ...choice, label: shown(choice.label) }]
  const options = choice.options.map((option) => ({ id: option.id, label: shown(option.label) }))
  return [{ ...choice, label: shown(choice.label), options }]
}
