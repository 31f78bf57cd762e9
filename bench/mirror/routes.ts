import type { Writer } from '../platforms/wire.ts'

/** Where the copy of what somebody writes goes, by chat and thread of where they write. */
export interface Target {
  platform: 'slack' | 'telegram'
  chat: string
  thread?: string | undefined
}

export type Routes = Record<string, Target>

export function routeKey({ chat, thread = '' }: Pick<Writer, 'chat' | 'thread'>): string {
  return `${chat}:${thread}`
}

/** The routes a contestant that stores nothing was told (a message of whoever started it). */
export function toldRoutes(): { at(chat: string, thread: string | undefined): Target | undefined } {
  let routes: Routes = {}
  process.on('message', (told: { routes: Routes }) => {
    routes = told.routes
  })
  return { at: (chat, thread) => routes[routeKey({ chat, thread })] }
}
