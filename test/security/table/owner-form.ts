import type { AnyPage } from '#core/http/page.ts'
import { type Role, roles } from '../world/roles.ts'
import { mayEnter } from './cells.ts'
import type { FoundPost } from './crawl.ts'
import { placesOf, type Reached } from './places.ts'

/** Somebody who may send a form, with the form as her page offers it. */
export interface OwnerForm {
  readonly page: AnyPage
  readonly role: Role
  readonly path: string
  readonly fields: FoundPost['form']['fields']
}

/** For each page that takes a form, one who may send it; who was led there comes before who could only guess. */
export function ownerForms(pages: readonly AnyPage[], reached: Reached): OwnerForm[] {
  return pages
    .filter(page => page.method === 'POST')
    .flatMap(page => {
      const all = roles
        .filter(role => mayEnter(page, role))
        .flatMap(role => placesOf(page, role, reached).map(found => ({ role, found })))
      const best = all.find(({ found }) => !found.isGuessed) ?? all[0]
      if (!best) return []
      const { role, found } = best
      return [{ page, role, path: found.path, fields: 'form' in found ? found.form.fields : {} }]
    })
}
