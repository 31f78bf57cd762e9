export { fromEntities } from './from-entities.ts'
export { toEntities } from './to-entities.ts'
