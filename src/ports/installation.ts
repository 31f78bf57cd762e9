/** What an operator is told of a desk whose tables were restored. Times are UTC. */
export interface Paused {
  /** When the desk first found that its tables came from a backup. */
  since: Date
  /** What is owed from before then, by platform: it may have been sent after the backup was made. */
  owed: readonly { platform: string; deliveries: number; oldest: Date }[]
}

/** What became of deliveries that may have been sent after the backup was made. */
export interface Resumed {
  /** Posts that the platform is asked about before they are sent. */
  lookedUp: number
  /** People's words nobody can ask about: counted in their tickets' threads, with *Try again*. */
  leftToAgents: number
  /** Notices nobody can ask about: not sent again. */
  dropped: number
  /** Keys of the tickets of these last two. */
  tickets: readonly string[]
}

/**
 * Which PostgreSQL the tables lie in, and which tables they are. A desk that finds them in another one, or made anew, was
 * restored or copied: it sends nothing until an operator says so, for what is owed there may have been sent since the
 * backup was made (reliability.md R15).
 */
export interface Installation {
  /** Compares with where the tables were before; the first look only notes it. True: sending waits. */
  arrive(): Promise<boolean>
  /** Undefined: nothing waits. */
  paused(): Promise<Paused | undefined>
  /** Sending begins again. `askable`: platforms that can say whether they have a post. Undefined: nothing waited. */
  resume(askable: readonly string[]): Promise<Resumed | undefined>
}
