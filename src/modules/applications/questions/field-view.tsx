import type { FieldState } from '#flow/index.ts'
import {
  Declaration,
  type FieldProps,
  type FieldWidth,
  LongTextField,
  Notification,
  NumberField,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { type Asking, noteAt } from './asking.ts'
import { ChoiceView, MultichoiceView, YesNoView } from './choice-view.tsx'
import { GroupView } from './group-view.tsx'
import { AddressView, DateView, MapPointView, ParcelView } from './place-view.tsx'
import { Paragraphs } from './text-view.tsx'
import { UploadView } from './upload-view.tsx'

/** One question of a package, by its type, with what was typed and what is wrong with it. */
export function FieldView({ field, asking }: { field: FieldState; asking: Asking }) {
  const warning = noteAt(asking.warnings, field.id)
  return (
    <>
      <Control field={field} asking={asking} />
      {warning && (
        <Notification tone="warning" title={asking.t('warning.title')}>
          <p>{warning}</p>
        </Notification>
      )}
    </>
  )
}

function Control({ field, asking }: { field: FieldState; asking: Asking }) {
  const { shown } = asking
  const props = { field, asking, base: baseOf(field, asking) }
  const value = [shown[field.id] ?? ''].flat()[0]
  const { compiled } = field
  switch (compiled.field.type) {
    case 'longtext':
      return <LongTextField {...props.base} value={value} />
    case 'number':
      return <NumberField {...props.base} value={value} {...numberOf(field)} />
    case 'money':
      return <NumberField {...props.base} value={value} unit={asking.t('money.unit')} decimals />
    case 'time':
      return <TimeField {...props.base} value={value} />
    case 'yesno':
      return <YesNoView {...props} />
    case 'choice':
      return <ChoiceView {...props} />
    case 'multichoice':
      return <MultichoiceView {...props} />
    case 'date':
      return <DateView {...props} />
    case 'address':
      return <AddressView {...props} />
    case 'parcel':
      return <ParcelView {...props} />
    case 'mappoint':
      return <MapPointView {...props} />
    case 'upload':
      return <UploadView {...props} />
    case 'group':
      return <GroupView {...props} />
    case 'info':
      return <Info field={field} asking={asking} />
    case 'declaration': {
      const text = asking.say(compiled.field.text) ?? props.base.label
      const { name, hint, error } = props.base
      return <Declaration {...{ name, text, hint, error }} checked={value === 'yes' || value === 'true'} />
    }
    default:
      return <TextField {...props.base} value={value} {...textOf(field)} />
  }
}

function baseOf(field: FieldState, { say, words, t, errors }: Asking): Omit<FieldProps, 'value'> {
  const { label, hint, why, example } = field.compiled.field
  const given = say(example)
  return {
    name: field.id,
    label: say(label) ?? '',
    hint: [say(hint), given && t('field.example', { example: given })].filter(Boolean).join(' ') || undefined,
    why: say(why),
    error: noteAt(errors, field.id),
    optional: field.required || field.compiled.field.type === 'group' ? undefined : words.optional,
  }
}

function Info({ field, asking }: { field: FieldState; asking: Asking }) {
  const { tone, text, label } = field.compiled.field
  const content = <Paragraphs text={asking.say(text) ?? ''} />
  if (!tone) return <div class="th-stack--small">{content}</div>
  return (
    <Notification tone={tone} title={asking.say(label) ?? asking.t(`info.${tone}`)}>
      {content}
    </Notification>
  )
}

function numberOf(field: FieldState): { unit?: string | undefined; decimals: boolean; width: FieldWidth } {
  const { unit, decimals, max } = field.compiled.field
  return { unit, decimals: (decimals ?? 0) > 0, width: max !== undefined && max < 1000 ? '4' : '8' }
}

/** Keyboard, browser help and width by what the answer is. */
function textOf(field: FieldState) {
  const { type, autocomplete, max_length, characters } = field.compiled.field
  const spelled = type === 'text' && characters !== 'name'
  const base = { autocomplete, spellcheck: spelled ? undefined : false }
  if (type === 'email') return { ...base, type: 'email' as const, autocomplete: autocomplete ?? 'email' }
  if (type === 'phone') return { ...base, type: 'tel' as const, width: '20' as const }
  const width: FieldWidth = max_length !== undefined && max_length <= 20 ? '20' : 'full'
  return { ...base, width }
}
