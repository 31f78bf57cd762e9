import type { webApi } from '@slack/bolt'
import type { Door, FormAgain, Post, Question } from '../../../src/adapter.ts'
import { factsOf, type Log } from '../log.ts'
import { tellAtOnce } from '../out/at-once.ts'
import { faultOf } from '../out/faults.ts'
import { postOf, shownOf } from '../out/message.ts'
import { modalOf } from './modal.ts'

export interface Desk {
  client: webApi.WebClient
  door: Door
  apiUrl: string
  log: Log
}

export type FormQuestion = Extract<Question, { ask: 'form' }>

/** What Slack gave to show a form by, and `kept`: settles as what they did is taken in, or not. */
interface Asking {
  trigger: string
  via?: string | undefined
  kept: Promise<unknown>
}

/**
 * Shows the form somebody asked for, within the three seconds their `trigger_id` lives. Where that was too long, or the
 * core could not make it, they are told so, with a button: a form does not come later. That nothing is lost is said only
 * once their row is kept: else Slack itself tells them that it failed. Never rejects: the inbox row is what counts.
 */
export async function openForm(question: FormQuestion, { trigger, via, kept }: Asking, desk: Desk) {
  await logged('views.open', desk.log, async () => {
    const tell = (post: Post) => tellAtOnce(question.who.id, via, shownOf(post), desk)
    const offer = async (again: FormAgain) => {
      await kept
      await tell(postAgain(again))
    }
    const answer = await desk.door.ask(question)
    if ('form' in answer) {
      const view = modalOf(answer.form)
      await desk.client.views.open({ trigger_id: trigger, view }).catch(async (error: unknown) => {
        if (answer.again) await offer(answer.again)
        throw error
      })
    }
    if ('unopened' in answer) await offer(answer.unopened)
    if ('refused' in answer) await tell(postOf(answer.refused))
  })
}

function postAgain({ words, button }: FormAgain): Post {
  return { ...postOf(words), choices: [[{ kind: 'button', ...button, tone: 'primary', opensForm: true }]] }
}

/** Draws an open form again. `hash` makes Slack refuse it where the form has been drawn anew meanwhile. */
export async function redrawForm(question: FormQuestion, view: { id: string; hash: string }, desk: Desk) {
  await logged('views.update', desk.log, async () => {
    const answer = await desk.door.ask(question)
    if ('form' in answer) {
      await desk.client.views.update({ view_id: view.id, hash: view.hash, view: modalOf(answer.form) })
    }
  })
}

async function logged(method: string, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { fault } = faultOf(error, 'read', method)
    log.warn({ ...factsOf(error), method, fault: 'code' in fault ? fault.code : fault.kind }, 'slack-form-not-shown')
  }
}
