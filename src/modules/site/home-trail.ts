import type { Language } from '#core/i18n/languages.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { messages } from './messages.ts'

/** Breadcrumb of a page right below the home page. */
export function homeTrail({ language }: { language: Language }, portal: Portal | undefined) {
  return [{ href: portal ? urls.home(portal.slug) : urls.root, label: messages.in(language)('home') }]
}
