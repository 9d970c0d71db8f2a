import type { Visit } from '#core/http/visit.ts'
import type { TenantServices } from '#modules/tenants/index.ts'
import { LinkList } from '#ui/index.ts'
import { messages } from './messages.ts'

interface TownListProps {
  visit: Visit<TenantServices>
  /** Where a town's own page is. */
  href: (slug: string) => string
}

/** The towns of this installation: for pages that each town answers for itself. */
export async function TownList({ visit, href }: TownListProps) {
  const t = messages.in(visit.language)
  const portals = await visit.services.portals.list()
  return (
    <section class="th-stack th-stack--small">
      <h2>{t('towns.title')}</h2>
      <p>{t('towns.text')}</p>
      <LinkList links={portals.map(({ slug, name }) => ({ href: href(slug), label: name }))} />
    </section>
  )
}
