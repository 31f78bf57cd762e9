import type { Adapter, Platform } from '../adapter.ts'

/** The adapters that run, by platform. */
export type Platforms = ReadonlyMap<Platform, Adapter>
