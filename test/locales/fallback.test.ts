import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { bundlesIn, marked } from '../../src/locales/bundles.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** Russian as a hurried translator may leave it: English stands in wherever it is not whole. */
const russian = `
button-take = Взять
# button-note is not there
button-reply = { $nobody } Ответить
button-resolve = { Решено
button-status { = Статус
list-head =
    { $count ->
        [one] У вас { $count } открытая заявка:
       *[other] У вас { $count } открытых заявок:
    }
queue-mine =
    { $count ->
        [one] { $count } заявка
        [few] { $count } заявки
        [many] { $count } заявок
    }
company-head =
    { $count ->
        [one] У вашей организации { $count } заявка:
        [few] У вашей организации { $count } заявки:
        [many] У вашей организации { $count } заявок:
       *[other] У вашей организации { $count } заявки:
    }
queue-empty =
taken = { already-taken }
button-back = Назад
`

const folder = temporaryFolder()
copyFileSync(new URL('../../src/locales/en.ftl', import.meta.url), join(folder, 'en.ftl'))
writeFileSync(join(folder, 'ru.ftl'), russian)
const bundles = bundlesIn(pathToFileURL(`${folder}/`))
afterAll(() => rmSync(folder, { recursive: true }))
const spoken = (key: string, facts: Record<string, string | number> = {}) => marked(key, facts, 'ru', bundles)

test.each([
  ['is not there', 'button-note'],
  ['names a fact nobody gives', 'button-reply'],
  ['ends in the middle of a brace', 'button-resolve'],
  ['has a slip before its equals sign', 'button-status'],
  ['lacks the plural form of 2 to 4', 'list-head'],
  ['has no default form', 'queue-mine'],
  ['is empty', 'queue-empty'],
  ['refers to a sentence that is not there', 'taken'],
])('a sentence that %s is said in English', (_, key) => {
  const facts = { count: 3, name: 'Ada', key: 'DEMO-1' }
  expect(spoken(key, facts)).toEqual(marked(key, facts, 'en', bundles))
  expect(spoken(key, facts)?.language).toBe('en')
})

test('what is whole beside it stays Russian, also after the broken ones', () => {
  expect(spoken('button-take')?.markdown).toBe('Взять')
  expect(spoken('button-back')?.markdown).toBe('Назад')
  expect(spoken('company-head', { count: 3 })).toMatchObject({ language: 'ru', written: ['3'] })
})

test('a language nobody has written is English, and what no language has is nothing', () => {
  expect(marked('button-take', {}, 'xx-YY', bundles)?.markdown).toBe('Take')
  expect(marked('button-nowhere', {}, 'ru', bundles)).toBeUndefined()
})
