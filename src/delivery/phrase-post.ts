import type { Choice, Post } from '../adapter.ts'
import { isolated } from '../domain/text/isolated.ts'
import type { Block, Text } from '../domain/text/text.ts'
import { isRightToLeft, lineKept, namedHour, phraseKept, wordsKept, written } from '../locales/index.ts'
import type { ChoiceContent, Content, Label } from '../ports/content.ts'

/** What is owed, in the reader's language: the last step before a platform. */
export function phrasePost(content: Content): Post {
  const { language } = content
  const shown = (label: Label): string => ('words' in label ? label.words : wordsKept(label.key, label.facts, language))
  // What is read beside other words, and pressed by nobody.
  const read = (label: Label): string => {
    if ('words' in label) return isRightToLeft(language) ? isolated(label.words) : label.words
    return lineKept(label.key, label.facts, language)
  }
  return {
    ...(content.author && { author: shown(content.author) }),
    ...(content.calls && { calls: content.calls }),
    ...(content.heading && { heading: read(content.heading) }),
    body: bodyOf(content),
    ...(content.fields && {
      fields: content.fields.map(({ label, value }) =>
        'moment' in value
          ? { label: shown(label), value: written(namedHour(value.moment, value.zone), language), moment: value.moment }
          : {
              label: shown(label),
              value: 'fact' in value ? read({ words: written(value.fact, language) }) : read(value),
            },
      ),
    }),
    ...(content.footnote && { footnote: read(content.footnote) }),
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
