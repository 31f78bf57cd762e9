import { InputFile, InputMediaBuilder } from 'grammy'
import { expect, test } from 'vitest'
import { agents, cara, playground, refusal, token } from './support.ts'

test('a file a customer sends is fetched byte for byte, by the token only', async () => {
  const telegram = await playground()
  const bytes = Buffer.from([0, 255, 13, 10, 0, 128])
  telegram.world.send(cara, { document: { name: 'error.log', mime: 'text/x-log', bytes, caption: 'The log' } })
  const [update] = await telegram.api.getUpdates()
  const document = update?.message?.document
  expect(document).toMatchObject({ file_name: 'error.log', mime_type: 'text/x-log', file_size: 6 })
  const { file_path } = await telegram.api.getFile(document?.file_id ?? '')
  const response = await fetch(`${telegram.url}/file/bot${token}/${file_path}`)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
})

test('an upload of grammY arrives whole, and its file id sends it again', async () => {
  const telegram = await playground()
  const bytes = Buffer.alloc(300_000, 'é')
  const { document } = await telegram.api.sendDocument(cara, new InputFile(bytes, 'åtgärd.pdf'), {
    caption: 'How to',
    caption_entities: [{ type: 'bold', offset: 0, length: 3 }],
    reply_markup: { inline_keyboard: [[{ text: 'Read', callback_data: 'read' }]] },
  })
  const shown = telegram.world.messages(cara).at(-1)
  expect(shown).toMatchObject({
    kind: 'document',
    text: 'How to',
    entities: [{ type: 'bold', offset: 0, length: 3 }],
    buttons: [[{ label: 'Read', data: 'read' }]],
    file: { name: 'åtgärd.pdf', size: bytes.length },
  })
  expect(Buffer.compare(telegram.world.bytes(shown?.file?.id ?? ''), bytes)).toBe(0)
  await telegram.api.sendDocument(cara, document.file_id)
  expect(telegram.world.messages(cara).at(-1)?.file?.id).toBe(document.file_id)
  expect((await refusal(telegram.api.sendPhoto(cara, document.file_id))).description).toContain("can't use file")
  expect((await refusal(telegram.api.sendDocument(cara, 'no-such-file'))).description).toContain('wrong file ident')
})

test('every kind of file and an album go out', async () => {
  const telegram = await playground()
  const file = (name: string) => new InputFile(Buffer.from(name), name)
  await telegram.api.sendVoice(cara, file('a.ogg'))
  await telegram.api.sendAudio(cara, file('a.mp3'))
  await telegram.api.sendVideo(cara, file('a.mp4'))
  await telegram.api.sendAnimation(cara, file('b.mp4'))
  await telegram.api.sendSticker(cara, file('a.webp'))
  await telegram.api.sendLocation(cara, 59.3, 18.1)
  await telegram.api.sendContact(cara, '+4670', 'Ada')
  await telegram.api.sendMediaGroup(cara, [
    InputMediaBuilder.photo(file('one.jpg'), { caption: 'Two pictures' }),
    InputMediaBuilder.photo(file('two.jpg')),
  ])
  const shown = telegram.world.messages(cara).slice(1)
  expect(shown.map(({ kind }) => kind)).toEqual(
    ['voice', 'audio', 'video', 'animation', 'sticker', 'location', 'contact'].concat(['photo', 'photo']),
  )
  expect(shown.slice(-2).map(({ text }) => text)).toEqual(['Two pictures', ''])
})

test('a copy keeps the words and hides who wrote them; a forward shows it', async () => {
  const telegram = await playground()
  const id = telegram.world.send(cara, { photo: { caption: 'Broken' } })
  const { message_id } = await telegram.api.copyMessage(agents, cara, id)
  const forwarded = await telegram.api.forwardMessage(agents, cara, id)
  expect(telegram.world.messages(agents)).toMatchObject([
    { id: message_id, from: 'bot', kind: 'photo', text: 'Broken' },
    { id: forwarded.message_id, from: 'bot', kind: 'photo', text: 'Broken' },
  ])
  expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { id: cara } })
  const secret = await telegram.api.sendMessage(cara, 'Your code', { protect_content: true })
  const said = await refusal(telegram.api.copyMessage(agents, cara, secret.message_id))
  expect(said.description).toContain("can't be copied")
})
