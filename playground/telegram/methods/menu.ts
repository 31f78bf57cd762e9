import type { BotCommand } from 'grammy/types'
import { commandsKey } from '../commands.ts'
import { badRequest, notModelled } from '../refusal.ts'
import type { State } from '../state.ts'
import type { Methods } from './call.ts'

const mostCommands = 100
const limits = { name: 64, description: 512, short_description: 120 }

/** What people see of the bot before it says a word: its commands, name and descriptions. */
export const menu = {
  setMyCommands({ commands, scope, language_code }, { state }) {
    if (commands.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    for (const command of commands) checkCommand(command)
    const key = commandsKey(state, scope, language_code)
    const [where = ''] = key.split('/')
    state.commands.set(key, { scope: where, language: language_code ?? '', commands: [...commands] })
    state.changed()
    return true
  },

  getMyCommands(payload, { state }) {
    return state.commands.get(commandsKey(state, payload.scope, payload.language_code))?.commands ?? []
  },

  deleteMyCommands(payload, { state }) {
    state.commands.delete(commandsKey(state, payload.scope, payload.language_code))
    state.changed()
    return true
  },

  setMyName: (payload, { state }) => write(state, 'name', payload.name, payload.language_code),
  getMyName: (payload, { state }) => ({ name: read(state, 'name', payload.language_code) || state.bot.first_name }),
  setMyDescription: (payload, { state }) => write(state, 'description', payload.description, payload.language_code),
  getMyDescription: (payload, { state }) => ({ description: read(state, 'description', payload.language_code) }),
  setMyShortDescription: (payload, { state }) =>
    write(state, 'short_description', payload.short_description, payload.language_code),
  getMyShortDescription: (payload, { state }) => ({
    short_description: read(state, 'short_description', payload.language_code),
  }),

  setChatMenuButton(payload, { state }) {
    if (payload.menu_button?.type === 'web_app') throw notModelled('web apps')
    state.profile.set(`menu_button/${payload.chat_id ?? ''}`, payload.menu_button?.type ?? 'default')
    return true
  },
  getChatMenuButton(payload, { state }) {
    return { type: state.profile.get(`menu_button/${payload.chat_id ?? ''}`) ?? 'commands' }
  },
} satisfies Methods

function checkCommand({ command, description }: BotCommand): void {
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
}

function write(state: State, what: keyof typeof limits, text: string | undefined, language: string | undefined): true {
  if (language && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  if ((text ?? '').length > limits[what]) throw badRequest(`BOT_${what.toUpperCase()}_INVALID`)
  state.profile.set(`${what}/${language ?? ''}`, text ?? '')
  return true
}

function read(state: State, what: keyof typeof limits, language: string | undefined): string {
  return state.profile.get(`${what}/${language ?? ''}`) || (state.profile.get(`${what}/`) ?? '')
}
