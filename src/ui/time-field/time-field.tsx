import { TextField, type TextFieldProps } from '../text-field/text-field.tsx'

export type TimeFieldProps = Omit<TextFieldProps, 'type' | 'inputmode' | 'width'>

/** A time of day as people write it ("14:30"); the browser's own picker differs too much between systems. */
export function TimeField(props: TimeFieldProps) {
  return <TextField {...props} width="4" spellcheck={false} />
}
