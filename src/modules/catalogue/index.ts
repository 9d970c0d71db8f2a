export { type Catalogue, createCatalogue, type Offer } from './catalogue.ts'
export { checkCommand } from './check-command.ts'
export type {
  CheckDefinition,
  ChecksDefinition,
  Outcome,
  ServiceDefinition,
  WalkDefinition,
} from './load-format.ts'
export { loadCatalogue, PackageError } from './load-package.ts'
export type { PublishedPackage, PublishedPackage as ServicePackage } from './model.ts'
export type { CatalogueServices } from './services.ts'
