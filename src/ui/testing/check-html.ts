import { HtmlValidate } from 'html-validate'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'input-missing-label': 'error',
    'no-missing-references': 'error',
    // Not faults: the renderer writes `<input/>`, and our class names and attribute order are our own matter.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // Checkboxes of one question share their name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'no-inline-style': 'error',
    // Telephone numbers stand in running text as people read them.
    'tel-non-breaking': 'off',
  },
})

/** What must never stand in our HTML, beyond what validators look for (docs of each rule: field.tsx, form.tsx). */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<(input|select|textarea)[^>]*\srequired/, 'required: the server explains what is missing'],
  [/\smaxlength=/, 'maxlength: cuts what people paste'],
  [/\splaceholder=/, 'placeholder: vanishes while typing'],
  [/<button[^>]*\sdisabled/, 'disabled button: cannot say why'],
  [/\sstyle="/, 'inline style: refused by the security policy'],
  [/\son[a-z]+="/, 'inline script: refused by the security policy'],
  [/javascript:/i, 'inline script: refused by the security policy'],
  [/type="(date|number)"/, 'browser pickers: differ too much, hide what was typed'],
  [/>undefined<|>\[object|="undefined"/, 'a value that was never a text'],
  [/<form(?![^>]*\bnovalidate)[^>]*method="post"/, 'form without novalidate'],
]

/**
 * All faults of a piece of HTML: invalid markup, missing labels, ids that are double or lead nowhere, and what
 * our own rules forbid. An empty list is what tests expect.
 *
 *     expect(faultsOf(<TextField name="email" label="E-Mail-Adresse" />)).toEqual([])
 */
export function faultsOf(view: VNode | string): string[] {
  const html = typeof view === 'string' ? view : render(view)
  const report = validator.validateStringSync(html)
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  )
  const forbidden = FORBIDDEN.filter(([pattern]) => pattern.test(html)).map(([, reason]) => reason)
  return [...found, ...forbidden]
}

/** HTML of a view, for looking at single attributes. */
export function htmlOf(view: VNode): string {
  return render(view)
}
