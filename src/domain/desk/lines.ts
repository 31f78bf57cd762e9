import { z } from 'zod'
import { calendarShape } from './calendars.ts'
import { channelsShape, routeShape } from './channels.ts'
import { calendarDuration, duration } from './duration.ts'
import { labelShape } from './label.ts'
import { languagesShape } from './language.ts'
import { macroShape } from './macros.ts'
import { organisationsShape } from './organisations.ts'
import { escalationShape, planShape } from './plans.ts'
import { categoryShape, priorityShape } from './priorities.ts'
import { roleShape } from './roles.ts'
import { by, id, strict, words } from './shape.ts'
import { ratingShape, silenceShape } from './silence.ts'
import { movesShape, statusShape, transitionShape } from './statuses.ts'
import { typeShape } from './types.ts'
import { zone } from './zone.ts'

/** A desk file as written: every part well shaped, none compared with another yet. */
export const linesShape = strict({
  desk: id,
  name: labelShape,
  /** Of ticket keys: `DEMO-17`. Unique over all desks. */
  prefix: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, by('prefix')),
  /** BCP 47; the first is the desk's own. */
  languages: languagesShape.default(['en']),
  zone,
  /** How agents sign to requesters. */
  agentName: z.enum(['full', 'first', 'desk']).default('full'),
  /** `direct`: an agent's thread message goes out; `explicit`: only `>>` or the Reply button. */
  reply: z.enum(['direct', 'explicit']).default('direct'),
  /** resolved → closed after this. */
  grace: duration.default('P7D'),
  channels: channelsShape,
  routing: z.array(routeShape).default([]),
  roles: z.record(id, roleShape),
  /** Who gets a new ticket by itself, of those who may take one. */
  assign: z.enum(['none', 'round-robin', 'least-loaded']).default('none'),
  types: z.record(id, typeShape).default({}),
  priorities: z.array(priorityShape).min(1),
  categories: z.array(categoryShape).default([]),
  statuses: z.array(statusShape).default([]),
  moves: movesShape.default({}),
  /** Absent: any agent may move anywhere. */
  transitions: z.array(transitionShape).optional(),
  calendars: z.record(id, calendarShape).default({}),
  plans: z.record(id, planShape).default({}),
  defaultPlan: id.optional(),
  organisations: organisationsShape.default({ required: false, seeAll: false, write: false, share: false }),
  /** Statuses in which the resolution clock pauses. Absent: those of the stage waiting-requester. */
  pausing: z.array(id).optional(),
  escalation: z.array(escalationShape).default([]),
  silence: z.array(silenceShape).default([]),
  rating: ratingShape.optional(),
  /** What was said in a ticket is forgotten so long after it closed; figures stay. */
  retention: strict({ closedTickets: calendarDuration }).default({ closedTickets: 'P24M' }),
  macros: z.array(macroShape).default([]),
  /** A folder of articles, from the folder of the desk file. */
  knowledge: words.optional(),
})

export type Lines = z.infer<typeof linesShape>
