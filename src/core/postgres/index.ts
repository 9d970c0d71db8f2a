export type { Connection, Postgres } from './model.ts'
export { startPostgres } from './start.ts'
