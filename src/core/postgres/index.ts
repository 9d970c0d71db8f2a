export { PostgresRefusal } from './errors.ts'
export type { Connection, Log, Postgres, PostgresOptions, Role } from './model.ts'
export { startPostgres } from './start.ts'
