import { readFileSync } from 'node:fs'
import { FluentResource, type Message } from '@fluent/bundle'

/** The languages the product speaks; one file each in `src/locales`. */
export const spoken = ['en', 'fa', 'ro', 'ru', 'sv'] as const

export function sourceOf(language: string): string {
  return readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')
}

/** The sentences of a language's file by key, as Fluent reads them. */
export function messagesOf(language: string): Map<string, Message['value']> {
  return new Map(new FluentResource(sourceOf(language)).body.map(({ id, value }) => [id, value]))
}
