import { FieldGroup, type FieldProps } from '../field/field.tsx'
import { Part } from '../field/part.tsx'
import type { Words } from '../words/words.ts'

export type ParcelPart = 'district' | 'field' | 'numerator' | 'denominator'

export interface ParcelFieldProps extends Omit<FieldProps, 'value'> {
  value?: { [part in ParcelPart]?: string | undefined } | undefined
  errors?: { [part in ParcelPart]?: string | undefined } | undefined
  words: Words
}

/** A piece of land as the cadastre names it, posted as `<name>.district`, `.field`, `.numerator`, `.denominator`. */
export function ParcelField({ value = {}, errors = {}, words, ...field }: ParcelFieldProps) {
  const part = (id: ParcelPart) => ({
    name: `${field.name}.${id}`,
    label: words[`parcel_${id}`],
    value: value[id],
    error: errors[id],
  })
  return (
    <FieldGroup {...field} focusable>
      <div class="th-parts">
        <Part {...part('district')} room="full" />
        <Part {...part('field')} room="full" width="th-width-4" numeric />
        <Part {...part('numerator')} room="full" width="th-width-8" numeric />
        <Part
          {...part('denominator')}
          room="full"
          hint={words.parcel_denominator_hint}
          width="th-width-8"
          numeric
        />
      </div>
    </FieldGroup>
  )
}
