import type { AnswerError } from '../domain/desk/questions.ts'
import { type Sentence, say } from '../ports/content.ts'

const sentences: Record<AnswerError['reason'], (facts: AnswerError['facts']) => Sentence> = {
  required: () => say('error-required', {}),
  'not-an-option': ({ allowed }) => say('error-not-an-option', { allowed }),
  'not-a-number': () => say('error-not-a-number', {}),
  'not-a-date': () => say('error-not-a-date', {}),
  'not-a-version': () => say('error-not-a-version', {}),
  'not-an-email': () => say('error-not-an-email', {}),
  'not-a-url': () => say('error-not-a-url', {}),
  'not-a-release': () => say('error-not-a-release', {}),
  'too-long': ({ max }) => say('error-too-long', { max }),
  'too-many': ({ max }) => say('error-too-many', { max }),
}

/** What is wrong with an answer, and how to put it right. */
export function errorSentence({ reason, facts }: AnswerError): Sentence {
  return sentences[reason](facts)
}
