export { isKey, type Key, languages, phrase, phraseKept, words, wordsKept } from '../../src/locales/index.ts'
export { sentences } from '../../src/locales/keys.ts'
