export { errorPage } from './errors/error-page.tsx'
