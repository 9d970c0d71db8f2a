export { errorPage } from './errors/error-page.tsx'
export { type MachineOptions, serveMachines } from './machines/serve-machines.ts'
export { pages } from './routes.ts'
