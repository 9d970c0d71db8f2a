import type { RawForm } from '#core/http/page.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type FieldState, type Shown, showFields } from '#flow/index.ts'
import { type Asking, FieldView, wordsFor } from '#modules/applications/index.ts'
import { type DecisionError, fieldsOf, type OpenedFields } from '#modules/decisions/index.ts'
import type { DecisionFormProps } from './decision-form.tsx'

/** Some of the decision's own fields, drawn as the questions of a form are. */
export function DecisionFields({ names, ...props }: DecisionFormProps & { names: ReadonlySet<string> }) {
  const { visit, opened, typed, errors } = props
  if (!opened.fields) return null
  const fields = fieldsOf(opened.fields).filter(field => names.has(field.id))
  const asking = askingOf(opened.fields, { language: visit.language, fields, typed, errors })
  return (
    <>
      {fields.map(field => (
        <FieldView key={field.id} {...{ field, asking }} />
      ))}
    </>
  )
}

/** What the fields need to show themselves; there are no groups, files or maps in a decision. */
export function askingOf(
  opened: OpenedFields,
  {
    language,
    fields,
    typed,
    errors = [],
  }: {
    language: Language
    fields: readonly FieldState[]
    typed: RawForm | undefined
    errors: readonly DecisionError[] | undefined
  },
): Asking {
  const nowhere = () => ''
  return {
    ...wordsFor({ ...opened, lang: language }),
    shown: (typed as Shown | undefined) ?? showFields(fields),
    errors: errors.map(({ field, text }) => ({ name: field, message: text[language] })),
    warnings: [],
    fileHref: nowhere,
    itemHref: nowhere,
    newItemHref: nowhere,
    nonce: '',
    tileUrl: undefined,
  }
}
