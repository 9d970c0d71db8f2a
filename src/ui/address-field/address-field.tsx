import { FieldGroup, type FieldProps } from '../field/field.tsx'
import { Part } from '../field/part.tsx'
import type { Words } from '../words/words.ts'

export type AddressPart = 'street' | 'house_number' | 'addition' | 'postcode' | 'town'

export interface AddressFieldProps extends Omit<FieldProps, 'value'> {
  value?: { [part in AddressPart]?: string | undefined } | undefined
  /** Errors of single parts; `error` is for the address as a whole. */
  errors?: { [part in AddressPart]?: string | undefined } | undefined
  /** The person's own address: the browser may fill it in. Not for the place of a tree. */
  own?: boolean | undefined
  words: Words
}

/** A German address, posted as `<name>.street`, `.house_number`, `.addition`, `.postcode`, `.town`. */
export function AddressField({ value = {}, errors = {}, own, words, ...field }: AddressFieldProps) {
  const part = (id: AddressPart) => ({
    name: `${field.name}.${id}`,
    label: words[id],
    value: value[id],
    error: errors[id],
    autocomplete: own ? TOKENS[id] : undefined,
  })
  return (
    <FieldGroup {...field} focusable>
      <div class="th-parts">
        <Part {...part('street')} room="grow" />
        <Part {...part('house_number')} width="th-width-8" />
        <Part {...part('addition')} hint={words.addition_hint} room="full" />
        <Part {...part('postcode')} width="th-width-8" numeric />
        <Part {...part('town')} room="grow" />
      </div>
    </FieldGroup>
  )
}

// HTML knows no token for the house number alone.
const TOKENS: Record<AddressPart, string | undefined> = {
  street: 'address-line1',
  house_number: undefined,
  addition: 'address-line2',
  postcode: 'postal-code',
  town: 'address-level2',
}
