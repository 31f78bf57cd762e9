/** The forum of agents that is there on the first day: Ada runs it, Bo is in it. */
export const AGENTS_GROUP = -1001
