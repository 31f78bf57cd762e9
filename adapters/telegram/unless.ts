import { GrammyError } from 'grammy'

/** Asking for what is so already is a success. `alreadySo`: what Telegram says then, in small letters. */
export async function unless(call: Promise<unknown>, alreadySo: string): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof GrammyError && error.description.toLowerCase().includes(alreadySo))) throw error
  }
}
