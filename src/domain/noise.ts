import type { Block, Inline, Text } from './text/text.ts'

/**
 * What people say to be polite and mean nothing by: greetings, thanks, an "ok". In the languages of the desks; small
 * letters. A phrase of several words counts as a whole; commas between.
 */
const greetings: Readonly<Record<string, string>> = {
  en: `
    hi, hey, hello, hiya, yo, hi there, hello there, hey there, hi all, hello everyone, good morning,
    good afternoon, good evening, good day, morning
  `,
  ru: `
    привет, приветствую, здравствуйте, здравствуй, добрый день, добрый вечер, доброе утро, доброго дня,
    всем привет
  `,
  sv: `
    hej, hejsan, hallå, tja, tjena, hej hej, god morgon, god dag, god kväll, godmorgon
  `,
  ro: `
    salut, bună, buna, bună ziua, buna ziua, bună dimineața, buna dimineata, bună seara, buna seara, servus, noroc
  `,
  fa: `
    سلام, درود, صبح بخیر, عصر بخیر, شب بخیر, وقت بخیر, روز بخیر, خسته نباشید
  `,
}

const thanks: Readonly<Record<string, string>> = {
  en: `
    bye, goodbye, good night, thanks, thank you, thx, ty, cheers, thanks a lot, many thanks, thank you so much,
    thank you very much, thanks so much, much appreciated, appreciated, great, perfect, awesome, ok, okay, k, okey,
    got it, noted, fine, cool, nice, all good, you too, welcome, have a nice day, have a good day, thanks again,
    thank you again, thanks for your help, thanks for the help, thank you for your help, thank you for the help,
    thanks a lot for your help, many thanks for your help, thank you so much for your help,
    thank you very much for your help, thanks for your time, thank you for your time, thanks for the quick reply,
    thank you for the quick reply
  `,
  ru: `
    спасибо, спс, спасибо большое, большое спасибо, благодарю, спасибо вам, ок, окей, хорошо, понял, поняла, понятно,
    ясно, отлично, супер, ладно, до свидания, пока, хорошего дня, пожалуйста, спасибо за помощь,
    спасибо большое за помощь, большое спасибо за помощь, спасибо вам большое, спасибо вам за помощь,
    благодарю за помощь, благодарю вас, спасибо за ответ, ещё раз спасибо, еще раз спасибо
  `,
  sv: `
    tack, tackar, tack så mycket, tusen tack, stort tack, tack för hjälpen, ok, okej, bra, jättebra, toppen, perfekt,
    uppfattat, hej då, ha en bra dag, tack igen, tack så mycket för hjälpen, stort tack för hjälpen,
    tusen tack för hjälpen, tack för all hjälp, tack för svar, tack för svaret, tack för snabbt svar
  `,
  ro: `
    mulțumesc, multumesc, mulțumesc mult, multumesc mult, mersi, mersi mult, ok, bine, perfect, super, am înțeles,
    am inteles, la revedere, o zi bună, mulțumesc frumos, multumesc frumos, mulțumesc pentru ajutor,
    multumesc pentru ajutor, mulțumesc mult pentru ajutor, multumesc mult pentru ajutor, mulțumim, multumim,
    mulțumim pentru ajutor, multumim pentru ajutor, mersi frumos, mersi pentru ajutor
  `,
  fa: `
    ممنون, ممنونم, مرسی, متشکرم, سپاس, سپاسگزارم, خیلی ممنون, باشه, اوکی, خوبه, عالی, عالیه, خداحافظ,
    دست شما درد نکنه, تشکر, با تشکر, با سپاس, ممنون از شما, ممنون از کمک شما, ممنون از کمکتون,
    ممنون از راهنمایی شما, خیلی ممنون از شما, متشکرم از شما
  `,
}

const hello = phrasesIn(greetings)
const known: ReadonlySet<string> = new Set([...hello, ...phrasesIn(thanks)])

function phrasesIn(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.values(lists).flatMap((list) => list.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))),
  )
}

/** More words than these say something. */
const MOST_WORDS = 7

const QUESTION = /[?？؟⁇⁈⁉]|[❓❔]/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\u200C-][\p{L}\p{M}\p{N}]+)*/gu

/**
 * Whether a message is a greeting, thanks or an "ok" and nothing else: at most seven words, all of them such words,
 * with whatever marks and emoji; emoji alone count too. A question mark, a link, a mention, code, a quote or a list
 * makes it something that must be heard. Words nobody listed are no noise: in doubt a person is heard.
 */
export function isNoise(text: Text): boolean {
  const words = wordsIn(text)
  if (words === undefined || QUESTION.test(words)) return false
  // A keycap's digit and its like belong to the emoji. Digits that stand alone say something.
  const plain = folded(words.replaceAll(/[0-9#*]\uFE0F?\u20E3/g, ' '))
  const said = plain.match(WORD) ?? []
  if (said.length > MOST_WORDS) return false
  return said.length > 0 ? isMadeOf(said, known) : /\p{Extended_Pictographic}|\u20E3|\p{RI}/u.test(words)
}

/**
 * What is left of words from which the greetings they begin with are taken, up to seven words of them. Thanks or an "ok"
 * stay: what follows those is told and not asked.
 */
export function withoutGreeting(words: readonly string[]): readonly string[] {
  const plain = words.slice(0, MOST_WORDS).map(folded)
  const end = plain.findLastIndex((_, at) => isMadeOf(plain.slice(0, at + 1), hello))
  return words.slice(end + 1)
}

/** Letters that keyboards give in two ways: Romanian cedilla or comma, Persian or Arabic yeh and kaf. */
const twins: Readonly<Record<string, string>> = { ţ: 'ț', ş: 'ș', ي: 'ی', ى: 'ی', ك: 'ک' }

/** Words in small letters, each letter as it is listed in these languages; marks stay. */
export function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ţşيىك]/g, (letter) => twins[letter] ?? letter)
}

/** Whether the words can be read as one of these phrases after another. */
function isMadeOf(words: readonly string[], phrases: ReadonlySet<string>): boolean {
  if (words.length === 0) return true
  return words.some(
    (_, end) => phrases.has(words.slice(0, end + 1).join(' ')) && isMadeOf(words.slice(end + 1), phrases),
  )
}

/** All that is said, or undefined where there is more than plain words. */
function wordsIn(text: Text): string | undefined {
  const parts = text.children.map((block: Block) =>
    block.type === 'paragraph' ? inlineWords(block.children) : undefined,
  )
  return parts.includes(undefined) ? undefined : parts.join('\n')
}

function inlineWords(inlines: readonly Inline[]): string | undefined {
  const parts = inlines.map((inline): string | undefined => {
    switch (inline.type) {
      case 'text':
        return inline.value
      case 'break':
        return '\n'
      case 'strong':
      case 'emphasis':
        return inlineWords(inline.children)
      case 'delete':
      case 'inlineCode':
      case 'link':
      case 'mention':
        return undefined
      default:
        return inline satisfies never
    }
  })
  return parts.includes(undefined) ? undefined : parts.join('')
}
