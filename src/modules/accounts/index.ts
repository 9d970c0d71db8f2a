export { findAccount } from './account-store.ts'
export { pages, tasks } from './routes.ts'
export { identify } from './sessions/identify.ts'
export { type Colleague, listColleagues, staffNames } from './staff/staff-store.ts'
