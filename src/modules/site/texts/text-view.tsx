import type { ComponentChildren } from 'preact'
import type { Language } from '#core/i18n/languages.ts'
import type { TextPage } from './model.ts'
import { RunningText, Sentences } from './running-text.tsx'

interface TextViewProps {
  page: TextPage
  language: Language
  /** Stands between lead and sections. */
  children?: ComponentChildren
}

/** Heading, lead and sections of a text page. */
export function TextView({ page, language, children }: TextViewProps) {
  return (
    <>
      <h1>{page.title}</h1>
      <p class="th-lead">
        <Sentences text={page.lead} language={language} />
      </p>
      {children}
      {page.sections.map(section => (
        <section key={section.title} class="th-stack th-stack--small">
          <h2>{section.title}</h2>
          <RunningText text={section.text} language={language} />
          {section.points && (
            <ul>
              {section.points.map(point => (
                <li key={point}>
                  <Sentences text={point} language={language} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}
