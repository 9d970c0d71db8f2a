import type { ComponentChildren } from 'preact'
import type { Visit } from '#core/http/visit.ts'
import { Layout, type Portal } from '#modules/tenants/index.ts'
import { ErrorSummary, uiWords } from '#ui/index.ts'
import type { AccountServices } from './services.ts'

export type Errors = readonly { readonly name: string; readonly message: string }[]

export interface AccountLayoutProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  /** The h1. */
  title: string
  errors?: Errors | undefined
  back?: { href: string; label: string } | undefined
  /** `desk` for the pages of staff. */
  area?: 'account' | 'desk' | undefined
  /** The content brings its own h1 (a panel, a question). */
  ownHeading?: boolean | undefined
  /** Further scripts by name. */
  scripts?: readonly string[] | undefined
  children: ComponentChildren
}

/** Head, foot, errors and heading of every page of this module. */
export function AccountLayout(props: AccountLayoutProps) {
  const { visit, portal, title, errors = [], back, area = 'account' } = props
  return (
    <Layout {...{ visit, portal, title, back, area }} scripts={props.scripts} hasErrors={errors.length > 0}>
      <div class="th-stack">
        <ErrorSummary title={uiWords(visit.language).errors_title} errors={errors} />
        {!props.ownHeading && <h1>{title}</h1>}
        {props.children}
      </div>
    </Layout>
  )
}

/** The hidden field against forged requests, as `Form` takes it. */
export const csrfOf = (visit: Pick<Visit, 'csrf'>) => ({ name: '_csrf', value: visit.csrf() })

/** The words beside one field. */
export const errorOf = (errors: Errors, name: string) => errors.find(one => one.name === name)?.message

/** The town whose head a page shows: the one that the way names, otherwise the one of the session. */
export async function portalOf(
  visit: Pick<Visit<AccountServices>, 'services' | 'identity'>,
  slug?: string | undefined,
): Promise<Portal | undefined> {
  const { portals } = visit.services
  const named = slug === undefined ? undefined : await portals.find(slug)
  return named ?? (visit.identity.portal === undefined ? undefined : portals.find(visit.identity.portal))
}
