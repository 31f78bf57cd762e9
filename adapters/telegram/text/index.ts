export { fromEntities } from './from-entities.ts'
export { everyBlock, fromRich } from './from-rich.ts'
export { toEntities } from './to-entities.ts'
