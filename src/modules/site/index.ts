export { errorPage } from './errors/error-page.tsx'
export { pages } from './routes.ts'
