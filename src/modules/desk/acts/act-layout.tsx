import type { ComponentChildren } from 'preact'
import type { DeskCaseView } from '#modules/cases/index.ts'
import { DeskLayout, type Errors } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'

export interface ActLayoutProps {
  visit: DeskVisit
  view: DeskCaseView
  title: string
  errors?: Errors | undefined
  width?: 'text' | 'wide' | undefined
  /** Somebody was faster. */
  conflict?: ComponentChildren
  children: ComponentChildren
}

/** A page on which one thing is done to a case: which case it is stands above the heading. */
export function ActLayout({ visit, view, title, errors, conflict, width, children }: ActLayoutProps) {
  const { fileNumber, subject, id } = view.state
  return (
    <DeskLayout
      {...{ visit, title, errors }}
      context={fileNumber}
      back={{ href: deskUrls.case(id), label: visit.t('act.to_case') }}
      width={width ?? 'text'}
    >
      {conflict}
      <div class="th-stack th-stack--small">
        <p class="th-muted">
          {fileNumber} · {subject}
        </p>
        <h1>{title}</h1>
      </div>
      {children}
    </DeskLayout>
  )
}
