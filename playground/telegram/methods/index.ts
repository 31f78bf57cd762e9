import { answers } from './answers.ts'
import type { Methods } from './call.ts'
import { edits } from './edits.ts'
import { fetching } from './fetching.ts'
import { media } from './media.ts'
import { menu } from './menu.ts'
import { messages } from './messages.ts'
import { places } from './places.ts'
import { topics } from './topics.ts'

/** Every method this playground does. The rest of the contract answers 501 after its payload was checked. */
export const methods: Methods = {
  ...fetching,
  ...messages,
  ...media,
  ...edits,
  ...answers,
  ...menu,
  ...places,
  ...topics,
}
