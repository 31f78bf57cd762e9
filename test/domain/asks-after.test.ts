import { expect, it } from 'vitest'
import { asksAfter } from '../../src/domain/asks-after.ts'

const key = (text: string) => asksAfter(text, ['SPSUP', 'ST'])

it.each([
  'SPSUP-1503',
  'spsup-1503?',
  'How is SPSUP-1503 going?',
  'what’s up with SPSUP-1503',
  'Как дела с SPSUP-1503?',
  'как там SPSUP-1503',
  'Hur går det med SPSUP-1503?',
  'Cum merge SPSUP-1503?',
  'وضعیت SPSUP-1503',
  'وضعیت SPSUP-۱۵۰۳',
  'SPSUP-١٥٠٣؟',
  'Hi, how is SPSUP-1503 going',
  'А как там SPSUP-1503',
  'Здравствуйте! Подскажите, пожалуйста, что с SPSUP-1503',
  'Hej, hur går det med SPSUP-1503',
  'Salut, care e stadiul SPSUP-1503',
  'سلام، وضعیت SPSUP-1503',
  'Добрый день, как там SPSUP-1503',
  'Добрый день!\nКак там SPSUP-1503',
  'Здравствуйте! Подскажите, пожалуйста, как продвигается работа по заявке SPSUP-1503, есть ли новости?',
  'Good morning, how is SPSUP-1503',
  'وضعيت SPSUP-1503',
  'چي شد SPSUP-1503',
  'va rog, care e stadiul SPSUP-1503',
  'snalla, hur går det med SPSUP-1503',
  'ce-i cu SPSUP-1503',
  'Buna, cand e gata SPSUP-1503',
  'God morgon, hur går det med SPSUP-1503',
])('somebody asks after a ticket: %s', (text) => {
  expect(key(text)).toBe('SPSUP-1503')
})

it.each([
  'The same as in SPSUP-1503, but on the other screen, since the update of last night, and worse',
  'It broke again like SPSUP-1503',
  'Hello, SPSUP-1503 is broken again',
  'Hej, SPSUP-1503 är trasig igen',
  'Ну SPSUP-1503 опять сломалась',
  'Is SPSUP-1503 the same as SPSUP-1504?',
  'How is OTHER-7 going?',
  'How is SPSUP-1503-b going?',
  'Thank you!',
  'Is it this?\nSPSUP-1503',
  'Hello!\nIt is broken again\nSPSUP-1503',
  'Can you do for the other screen what was done in SPSUP-1503?',
  'Thanks, SPSUP-1503 works now',
  'Thanks, what you did in SPSUP-1503 works now',
  'OK, when I opened SPSUP-1503 again it crashed',
  'Понятно, что SPSUP-1503 закрыта, но ошибка осталась',
  'Văd că SPSUP-1503 e închis, dar problema persistă',
  'Ar fi bine să redeschideți SPSUP-1503',
])('somebody tells something: %s', (text) => {
  expect(key(text)).toBeUndefined()
})
