import type { MediaKind } from './media.ts'

/** A small file of each kind, for people who send "a photo" without saying which. */
export function standIn(kind: MediaKind): { name?: string; mime: string; bytes: Uint8Array } {
  if (kind === 'photo') return { mime: 'image/jpeg', bytes: Buffer.from(onePixel, 'base64') }
  if (kind === 'document') return { name: 'note.txt', mime: 'text/plain', bytes: Buffer.from('A note.\n') }
  const { mime, name } = others[kind]
  return { mime, ...(name ? { name } : {}), bytes: Buffer.from(`a stand-in for a ${kind}`) }
}

const others: Record<Exclude<MediaKind, 'photo' | 'document'>, { mime: string; name?: string }> = {
  voice: { mime: 'audio/ogg' },
  audio: { mime: 'audio/mpeg', name: 'song.mp3' },
  video: { mime: 'video/mp4', name: 'clip.mp4' },
  animation: { mime: 'video/mp4', name: 'animation.mp4' },
  video_note: { mime: 'video/mp4' },
  sticker: { mime: 'image/webp' },
}

/** A JPEG of one grey pixel. */
const onePixel =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='
