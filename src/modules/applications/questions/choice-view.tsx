import type { FieldState } from '#flow/index.ts'
import { Checkboxes, type FieldProps, Radios, SelectField } from '#ui/index.ts'
import type { Asking } from './asking.ts'

/** Above this many options a list is easier than buttons. */
const most_radios = 7

interface ChoiceViewProps {
  field: FieldState
  asking: Asking
  base: Omit<FieldProps, 'value'>
}

/** One of several: buttons while they are few, otherwise a list that finds by its first letters. */
export function ChoiceView({ field, asking, base }: ChoiceViewProps) {
  const options = optionsOf(field, asking)
  const value = [asking.shown[field.id] ?? ''].flat()[0]
  const as = field.compiled.field.as ?? (options.length > most_radios ? 'select' : 'radios')
  if (as === 'radios') return <Radios {...base} options={options} value={value} />
  return <SelectField {...base} options={options} value={value} choose={asking.words.please_choose} />
}

export function MultichoiceView({ field, asking, base }: ChoiceViewProps) {
  return (
    <Checkboxes {...base} options={optionsOf(field, asking)} values={[asking.shown[field.id] ?? []].flat()} />
  )
}

export function YesNoView({ field, asking, base }: ChoiceViewProps) {
  const { words, shown } = asking
  const options = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ]
  return <Radios {...base} options={options} value={[shown[field.id] ?? ''].flat()[0]} inline />
}

function optionsOf(field: FieldState, asking: Asking) {
  const { codelist, options: own = [] } = field.compiled.field
  const options = field
    .options()
    .map(({ value, label, hint }) => ({ value, label: asking.say(label) ?? value, hint: asking.say(hint) }))
  if (!codelist) return options
  // A code list stands in its own order, which is no order in another language; what was added to it stays last.
  const isOwn = (value: string) => own.some(option => option.value === value)
  const order = collators[asking.language]
  return [
    ...options.filter(one => !isOwn(one.value)).sort((left, right) => order.compare(left.label, right.label)),
    ...options.filter(one => isOwn(one.value)),
  ]
}

const german = new Intl.Collator('de')
const collators = { de: german, 'de-leicht': german, en: new Intl.Collator('en') }
