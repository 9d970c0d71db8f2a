import type { ComponentChildren } from 'preact'
import { Layout } from '#modules/tenants/index.ts'
import { ErrorSummary, uiWords } from '#ui/index.ts'
import type { DeskVisit } from './desk-page.ts'

export type Errors = readonly { readonly name: string; readonly message: string }[]

export interface DeskLayoutProps {
  visit: DeskVisit
  title: string
  context?: string | undefined
  errors?: Errors | undefined
  back?: { href: string; label: string } | undefined
  width?: 'text' | 'wide' | undefined
  children: ComponentChildren
}

/** Head, foot and errors of every page of the desk; the content brings its own heading. */
export function DeskLayout(props: DeskLayoutProps) {
  const { visit, title, context, errors = [], back, width = 'wide' } = props
  return (
    <Layout
      {...{ visit, title, context, back, width }}
      portal={visit.portal}
      hasErrors={errors.length > 0}
      area="desk"
    >
      <div class="th-stack">
        <ErrorSummary title={uiWords(visit.language).errors_title} errors={errors} />
        {props.children}
      </div>
    </Layout>
  )
}

/** The hidden field against forged requests, as `Form` takes it. */
export const csrfOf = (visit: Pick<DeskVisit, 'csrf'>) => ({ name: '_csrf', value: visit.csrf() })

/** The words beside one field. */
export const errorOf = (errors: Errors, name: string) => errors.find(one => one.name === name)?.message
