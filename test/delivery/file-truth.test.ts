import { describe, expect, it } from 'vitest'
import { fileTruth } from '../../src/delivery/file-truth.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])
const words = (text: string) => new TextEncoder().encode(text)

describe('what a file is comes from its first bytes', () => {
  it('a picture stays one', async () => {
    const claimed = { as: 'photo', name: 'error.png', mediaType: 'image/png' } as const
    expect(await fileTruth(PNG, claimed)).toEqual(claimed)
  })

  it.each([
    ['a page that calls itself a picture', words('<html><script>alert(1)</script>'), 'cat.png', 'image/png'],
    ['a drawing with a script in it', words('<svg onload="alert(1)">'), 'cat.svg', 'image/svg+xml'],
    ['nothing at all', new Uint8Array(), 'cat.jpg', 'image/jpeg'],
  ])('%s is a document', async (_what, first, name, mediaType) => {
    const truth = await fileTruth(first, { as: 'photo', name, mediaType })
    expect(truth.as).toBe('document')
    expect(['application/octet-stream', 'text/plain', 'application/xml']).toContain(truth.mediaType)
  })

  it('a picture called a page gets the ending of a picture', async () => {
    expect(await fileTruth(JPEG, { as: 'photo', name: 'x.html', mediaType: 'text/html' })).toEqual({
      as: 'photo',
      name: 'x.html.jpg',
      mediaType: 'image/jpeg',
    })
  })

  it('words stay words', async () => {
    const truth = await fileTruth(words('connect ECONNREFUSED\n'), {
      as: 'document',
      name: 'a.log',
      mediaType: 'text/x-log',
    })
    expect(truth).toEqual({ as: 'document', name: 'a.log', mediaType: 'text/plain' })
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\evil.exe', 'evil.exe'],
    ['a\nb\u202Egpj.exe', 'a bgpj.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['.bashrc', 'bashrc'],
  ])('%j is called %j', async (name, called) => {
    expect((await fileTruth(words('x'), { as: 'document', name, mediaType: 'text/plain' })).name).toBe(called)
  })
})
