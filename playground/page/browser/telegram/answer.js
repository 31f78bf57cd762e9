import { el } from '../dom.js'

const shownMs = 4000

/** What the bot answered to a pressed button shows for a while, as in the app. */
export function answerLine() {
  const seen = new Map()
  const root = el('div', { class: 'answer', role: 'status', hidden: true, 'data-testid': 'telegram-answer' })
  return {
    root,
    show({ id, answers }) {
      const before = seen.get(id) ?? answers.length
      seen.set(id, answers.length)
      const words = answers.slice(before).findLast(({ text }) => text !== '')
      if (!words) return
      root.textContent = words.text
      root.hidden = false
      setTimeout(() => {
        root.hidden = true
      }, shownMs)
    },
  }
}
