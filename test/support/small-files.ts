/** The first bytes of a file of each kind: enough to be known by. */
export const smallFiles = {
  png: bytes('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de'),
  jpg: bytes('ffd8ffe000104a46494600010100000100010000ffdb'),
  gif: bytes('474946383961010001008000000000000000002c000000000100010000020144003b'),
  webp: bytes('52494646240000005745425056503820180000003001009d012a0100010001'),
  mp4: bytes('0000001c667479706d703432000000006d70343269736f6d0000000866726565'),
  ogg: Buffer.concat([
    bytes('4f67675300020000000000000000000000000000000000000000011e'),
    Buffer.from('OpusHead'),
    Buffer.alloc(40),
  ]),
  mp3: Buffer.concat([Buffer.from('ID3'), bytes('03000000000028'), Buffer.alloc(40), bytes('fffb9064')]),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n'),
  txt: Buffer.from('connect ECONNREFUSED 127.0.0.1:5432\n'),
} as const

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}
