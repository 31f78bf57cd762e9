import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { asksInForum, FORUM, TG_ADA, whisperedTo, withForum } from '../support/forum.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

/* An album is one message, and Telegram edits each of its pictures by itself: who reads it is judged by all of them. */

let desk: TestDesk

const bytes = [smallFiles.jpg, Buffer.concat([smallFiles.jpg, Buffer.from('2')])]

/** Two pictures of Ada's in a ticket's topic. Returns their ids. */
function album(thread: number, ...captions: (string | undefined)[]): [number, number] {
  const photos = bytes.map((its, index) => {
    const caption = captions[index]
    return { photo: { bytes: its, ...(caption !== undefined && { caption }) } }
  })
  const [first = 0, second = 0] = desk.telegram.album(TG_ADA, photos, { chat: FORUM, thread })
  return [first, second]
}
const edit = (picture: number, words: string) => desk.telegram.edit(TG_ADA, picture, words, { chat: FORUM })
const replace = (picture: number, caption: string) => {
  const its = Buffer.concat([smallFiles.jpg, Buffer.from(caption)])
  desk.telegram.replace(TG_ADA, picture, { photo: { bytes: its, caption } }, { chat: FORUM })
}
const heldIn = (thread: number) =>
  until(async () => (await whisperedTo(desk, TG_ADA, 'begins with //')).thread === thread, 'that it stays inside')

/** What pictures this customer has, by what they say. */
const picturesOf = (customer: number) =>
  desk.telegram
    .messages(customer)
    .filter(({ kind, deleted }) => kind === 'photo' && !deleted)
    .map(({ text }) => text)

async function heard(): Promise<void> {
  await desk.playground.telegram.idle()
  await desk.desk.idle()
}

function runs(change: (demo: Desk) => Desk): void {
  beforeAll(async () => {
    desk = await startTestDesk({ desk: (demo) => change(withForum(demo)) })
  })
  afterEach(() => replayedEqualsStored(desk))
  afterAll(() => desk.stop())
}

describe('a desk that answers directly', () => {
  runs((demo) => demo)

  it('behind // all of it stays inside whatever is done to its other picture, and goes out when the mark goes', async () => {
    const cara = newCustomer(desk, 'Cara')
    const { thread } = await asksInForum(desk, cara, 'Which cable')
    const [first, second] = album(thread, '// only for us')
    await heldIn(thread)
    // The second time it is another picture that takes its place, without words.
    for (const words of ['the left one', '']) {
      edit(second, words)
      await heard()
      expect(picturesOf(cara)).toEqual([])
    }
    edit(second, 'the right one')
    edit(first, 'See here')
    await until(() => picturesOf(cara).length === 2, 'both pictures')
    expect(picturesOf(cara)).toEqual([expect.stringMatching(/See here\nthe right one$/), ''])
  })

  it('a mark on any of its pictures is one on all', async () => {
    const dora = newCustomer(desk, 'Dora')
    const { thread } = await asksInForum(desk, dora, 'Which plug')
    const [first] = album(thread, undefined, '// not for her')
    await heldIn(thread)
    edit(first, 'the left one')
    await heard()
    replace(first, 'the left one')
    await heard()
    album(thread, 'One picture', '// and one for us')
    await heard()
    desk.telegram.write(TG_ADA, { text: 'The round one', chat: FORUM, thread })
    await told(desk, dora, 'The round one')
    expect(picturesOf(dora)).toEqual([])
  })
})

describe('a desk that answers with >> alone', () => {
  runs((demo) => ({ ...demo, reply: 'explicit' }))

  it('an answer stays one when another of its pictures is given words, or is another', async () => {
    const enid = newCustomer(desk, 'Enid')
    const { thread } = await asksInForum(desk, enid, 'Which socket')
    const [, second] = album(thread, '>> Left or right?')
    await until(() => picturesOf(enid).length === 2, 'both pictures')
    edit(second, 'this is the right one')
    await until(() => picturesOf(enid)[0]?.endsWith('Left or right?\nthis is the right one'), 'the words of both')
    expect(picturesOf(enid)).toHaveLength(2)
    replace(second, 'this is the right one')
    await until(() => picturesOf(enid).length === 3, 'the picture in its place')
    edit(second, 'or is it')
    await until(() => picturesOf(enid)[0]?.endsWith('Left or right?\nor is it'), 'the words of both again')
    expect(picturesOf(enid)).toHaveLength(3)
  })
})
