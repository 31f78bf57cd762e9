import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { adaptersOf } from '../adapters/index.ts'
import { followMovedChats } from './acts/moved-chats.ts'
import { keepPromises } from './acts/promises.ts'
import { isShared, lookForStrangers, sharedChannels } from './acts/shared-channels.ts'
import { signedAt, type World } from './acts/world.ts'
import type { Adapter, Door } from './adapter.ts'
import { keepAlive, LEASE_MS } from './alive.ts'
import { clockRoute } from './clock-route.ts'
import { startRelay } from './delivery/relay.ts'
import { openHttp } from './desk-http.ts'
import type { DeskOptions, RunningDesk } from './desk-options.ts'
import type { Desk } from './domain/desk/desk.ts'
import { fileLinks } from './file-links.ts'
import { startCatchingUp } from './intake/catch-up.ts'
import { doorOf, type HeldDoor } from './intake/door.ts'
import { renewMenus } from './intake/menu.ts'
import { type Intake, startIntake, type ToHear } from './intake/worker.ts'
import { type Shelf, startAgenda } from './jobs/agenda.ts'
import { postgresShelf } from './jobs/postgres.ts'
import { menusOf } from './menus.ts'
import { figuresOf } from './metrics/figures.ts'
import { graceOf } from './ports/grace.ts'
import { type Ids, idsOf } from './ports/ids.ts'
import type { JobStore } from './ports/jobs.ts'
import type { Platforms } from './ports/platforms.ts'
import type { SideBySide } from './ports/side-by-side.ts'
import { stopAll } from './ports/stop-all.ts'
import type { Store } from './ports/store.ts'
import { sendingOf } from './sending.ts'
import { filesIn } from './store/files.ts'
import { migrate } from './store/migrate.ts'
import { openOrm } from './store/orm.ts'
import { standingsOf } from './store/standings.ts'
import { storeOf } from './store/store.ts'
import { timers } from './timers/index.ts'
import { startTimers } from './timers/wake.ts'

/** To the database, of each process. */
const CONNECTIONS = 20
/** What PostgreSQL does not answer in this time is asked again (ms). */
const ANSWERS_WITHIN_MS = 30_000
/** Where files lie unless `FILES` says otherwise. */
const FILES = '.deskhand/files'
/** How often inbox and lanes are looked at when nobody wakes them: another replica may have written there. */
const LOOK_EVERY_MS = 250
/** How often it is written down that we listen. */
const LISTENING_MS = 10_000
/** So long the hearing of new words waits for what was said during an outage of ours. */
const CAUGHT_UP_WITHIN_MS = 3_000

/**
 * So long a desk that stops waits for what it hears, and then for what it sends (ms): who stopped it kills it after 20 s,
 * leases and all. What is sent has a time of its own: cut off, words that Telegram has taken go out twice.
 */
const GRACE_MS = 6_000
const SENT_WITHIN_MS = 3_000

/** Starts a desk: store, adapters, intake, relay, HTTP. Rejects, with everything stopped again, where a part cannot start. */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const { config, databaseUrl, desks, secret, log, realNow = () => new Date() } = options
  const stops: (() => Promise<void>)[] = []
  const stop = (): Promise<void> => stopAll(stops)
  const inGrace = graceOf(options.graceMs ?? GRACE_MS)
  try {
    // By connections of their own: some changes of tables take longer than any question may.
    await migrate(databaseUrl)
    const orm = await openOrm(databaseUrl, CONNECTIONS, ANSWERS_WITHIN_MS)
    stops.push(() => orm.close(true))
    const store = storeOf({ orm, realNow })
    const holder = randomUUID()

    const platforms = platformsOf(options, { store, holder, realNow })
    const ids = idsOf(secret)
    const world = worldOf(options, platforms, ids)

    const judgedAnew = await keepPromises(store, world, process.versions.tz ?? 'unknown')
    if (judgedAnew.length > 0) log.info({ desks: judgedAnew }, 'promises-changed')

    let intake: Intake | undefined
    // Before there is one nothing is heard, and its first look finds all.
    const onReceived = (what: ToHear): void => intake?.received(what)
    const door = doorOf({ store, world, platforms }, onReceived, options.holdMs)
    let relay: SideBySide | undefined
    const sending = await sendingOf(store.installation, log, () => relay?.wake())
    stops.push(async () => sending.stop())
    const alive = await keepAlive(store, holder, log, sending)
    stops.push(() => alive.stop())
    const whose = { holder, deskIds: desks.map(({ desk }) => desk) }
    const standings = { ...standingsOf(orm, realNow, whose), paused: sending.paused, written: () => alive.runs() }
    const counting = figuresOf(standings, {
      platforms: [...platforms.keys()],
      timers: timers.map(({ name }) => name),
    })
    let jobStore: JobStore | undefined
    let runTimers: (() => Promise<void>) | undefined
    const moved = (): void => void runTimers?.()
    const files = filesIn(config.files ?? FILES)
    // People reach the playground's desk on this machine alone.
    const address = config.publicUrl ?? (options.playgroundSecret ? `http://127.0.0.1:${config.port}` : undefined)
    const links = address === undefined ? undefined : fileLinks(address, ids, store, files, realNow)
    const besides = [
      ...(options.playgroundSecret ? [clockRoute(store.clock, options.playgroundSecret, moved)] : []),
      ...(links ? [links.pages] : []),
    ]
    const missing = (): string[] => [
      ...(jobStore?.up === false ? ['job-store'] : []),
      ...(sending.paused() ? ['sending-paused'] : []),
    ]
    const http = await openHttp(options, [...platforms.values()], { orm, alive }, counting, missing, besides)
    stops.push(() => http.close())
    // Until every platform has told who we are there, events only gather in the inbox: a ticket may need them all.
    await startAdapters([...platforms.values()], door, desks, stops)
    await followMovedChats(store, world)
    for (const adapter of platforms.values()) await renewMenus(store, world, adapter)
    await lookForStrangers(store, world, platforms)
    const sender = startRelay(
      {
        store,
        platforms,
        files,
        fileLink: links?.to,
        log,
        holder,
        realNow,
        uuid: ids.uuid,
        budgetOf: options.budgetOf,
        accountBudgetOf: options.accountBudgetOf,
        counting,
        paused: sending.still,
        judges: () => alive.judges(),
        written: () => alive.runs(),
        strangersRead: (at) => isShared(world, at),
        signs: (desk, name, language) => signedAt(world, desk, name, language),
        chatMoved: () => followMovedChats(store, world),
      },
      LOOK_EVERY_MS,
    )
    relay = sender
    stops.push(graceOf(options.graceMs ?? SENT_WITHIN_MS)(() => sender.stop()))
    const catchingUp = startCatchingUp(
      { store, world, platforms },
      { holder, realNow, everyMs: LISTENING_MS, onReceived },
    )
    stops.push(inGrace(() => catchingUp.stop()))
    // What was said first is to be heard first; but nobody waits for long.
    await Promise.race([catchingUp.first, sleep(CAUGHT_UP_WITHIN_MS, undefined, { ref: false })])
    const hooks = { holder, everyMs: LOOK_EVERY_MS, realNow, counting }
    const hearing = startIntake({ store, world, platforms }, hooks)
    stops.push(inGrace(() => hearing.stop()))
    intake = hearing
    const clocks = startTimers({ store, world, platforms, files, counting }, { timers, realNow })
    stops.push(inGrace(() => clocks.stop()))
    runTimers = () => clocks.runAll()
    const { agendaMongodbUrl } = config
    jobStore = startAgenda({
      open: () => (agendaMongodbUrl === undefined ? postgresShelf(databaseUrl, log) : shelfOnMongo(agendaMongodbUrl)),
      jobs: clocks.jobs,
      holder,
      log,
      counting,
    })
    stops.push(inGrace(async () => jobStore?.stop()))
    return { port: http.port, store, idle: () => settle(door, hearing, sender), runTimers: () => clocks.runAll(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the files and the environment name, not started yet. */
function platformsOf(
  { config, log, callTimeoutMs }: DeskOptions,
  { store: { leases }, holder, realNow }: { store: Store; holder: string; realNow: () => Date },
): Platforms {
  const lease = {
    hold: (name: string) => leases.hold(name, holder, LEASE_MS),
    release: (name: string) => leases.release(name, holder),
  }
  const adapters = adaptersOf({ config, log, realNow, callTimeoutMs, lease })
  return new Map(adapters.map((adapter) => [adapter.platform, adapter]))
}

function worldOf({ desks, log, limits }: DeskOptions, platforms: Platforms, ids: Ids): World {
  return {
    desks,
    accountOf: (platform) => platforms.get(platform)?.account,
    startLink: (platform, parameter) => platforms.get(platform)?.startLink(parameter),
    privateTopics: (platform) => platforms.get(platform)?.privateTopics ?? false,
    ids,
    log,
    shared: sharedChannels(),
    limits,
  }
}

/** Its driver is near a tenth of all a process would load, and few want it: those who do wait for it once more. */
async function shelfOnMongo(url: string): Promise<Shelf> {
  const { mongoShelf } = await import('./jobs/mongo.ts')
  return mongoShelf(url)
}

async function startAdapters(
  adapters: readonly Adapter[],
  door: Door,
  desks: readonly Desk[],
  stops: (() => Promise<void>)[],
): Promise<void> {
  const menus = menusOf(desks)
  for (const adapter of adapters) stops.push(() => adapter.stop())
  await Promise.all(adapters.map((adapter) => adapter.start(door, menus)))
}

async function settle(door: HeldDoor, intake: SideBySide, relay: SideBySide): Promise<void> {
  await door.idle()
  // What is in hand is not looked behind when it is done.
  await intake.idle()
  intake.wake()
  await intake.idle()
  relay.wake()
  await relay.idle()
}
