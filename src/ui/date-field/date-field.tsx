import { FieldGroup, type FieldProps } from '../field/field.tsx'
import { Part } from '../field/part.tsx'
import type { Words } from '../words/words.ts'

const PARTS = ['day', 'month', 'year'] as const
type DatePart = (typeof PARTS)[number]

export interface DateFieldProps extends Omit<FieldProps, 'value'> {
  /** The three parts as they were typed. */
  value?: { [part in DatePart]?: string | undefined } | undefined
  /** Which parts the error is about; without it all three are marked. */
  invalid?: readonly DatePart[] | undefined
  /** Asks for a birthday: lets the browser fill it in. */
  birthday?: boolean | undefined
  words: Words
}

/** A date in three boxes, posted as `<name>.day`, `<name>.month`, `<name>.year`. */
export function DateField({ value = {}, words, invalid = PARTS, birthday, ...field }: DateFieldProps) {
  const { name, error } = field
  return (
    <FieldGroup {...field} focusable>
      <div class="th-parts">
        {PARTS.map(part => (
          <Part
            key={part}
            name={`${name}.${part}`}
            label={words[part]}
            value={value[part]}
            width={WIDTHS[part]}
            autocomplete={birthday ? `bday-${part}` : undefined}
            groupError={error && invalid.includes(part) ? { name, error } : undefined}
            numeric
          />
        ))}
      </div>
    </FieldGroup>
  )
}

const WIDTHS: Record<DatePart, string> = { day: 'th-width-2', month: 'th-width-2', year: 'th-width-4' }
