import type { ComponentChildren } from 'preact'
import { Layout, urls } from '#modules/tenants/index.ts'
import { ErrorSummary, uiWords } from '#ui/index.ts'
import type { OwnVisit } from './own-page.ts'

export type Errors = readonly { readonly name: string; readonly message: string }[]

export interface OwnLayoutProps {
  visit: OwnVisit
  title: string
  context?: string | undefined
  errors?: Errors | undefined
  back?: { href: string; label: string } | undefined
  width?: 'text' | 'wide' | undefined
  children: ComponentChildren
}

/** Head, foot and errors of every page of this module; the content brings its own heading. */
export function OwnLayout(props: OwnLayoutProps) {
  const { visit, title, context, errors = [], back, width } = props
  return (
    <Layout
      {...{ visit, title, context, back, width }}
      portal={visit.portal}
      hasErrors={errors.length > 0}
      area={visit.entrance === 'account' ? 'account' : 'portal'}
    >
      <div class="th-stack">
        <ErrorSummary title={uiWords(visit.language).errors_title} errors={errors} />
        {props.children}
      </div>
    </Layout>
  )
}

/** Where the list is from which one came: with an account the applications, by code the door to another one. */
export function backToAll({ entrance, portal, t }: OwnVisit): { href: string; label: string } {
  return entrance === 'account' || !portal
    ? { href: urls.accountApplications, label: t('back.applications') }
    : { href: urls.status(portal.slug), label: t('back.status') }
}

/** The hidden field against forged requests, as `Form` takes it. */
export const csrfOf = (visit: Pick<OwnVisit, 'csrf'>) => ({ name: '_csrf', value: visit.csrf() })

/** The words beside one field. */
export const errorOf = (errors: Errors, name: string) => errors.find(one => one.name === name)?.message
