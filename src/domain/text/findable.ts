import { latinDigits } from './digits.ts'

/** Letters that people write in more than one way, and what both become: Persian on an Arabic keyboard, Russian ё. */
const SAME: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ё: 'е',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
}

/** Marks on Latin letters: „ș“, „ş“ and „s“ are one when one looks for them, „å“ and „a“ too. Cyrillic й keeps its own. */
const LATIN_MARKS = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu
/** Arabic vowel signs, and the line that stretches a word. */
const ARABIC_MARKS = /[\u064B-\u065F\u0670\u0640]/g

/**
 * Words as they are looked for: small letters, digits of any script as 0-9, the same letter written one way, diacritics
 * of Latin letters left out, a blank between words. What is stored for the search and what is looked for both go through
 * here, so that neither has to be written as the other was.
 */
export function findable(text: string): string {
  const plain = latinDigits(text)
    // Taken apart wholly: one letter may be two with a mark on the second (Ǆ).
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ARABIC_MARKS, '')
    .replace(/\u200C/g, ' ')
  const same = Array.from(plain, (letter) => SAME[letter] ?? letter).join('')
  return (same.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}
