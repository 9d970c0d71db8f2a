import type { FieldType } from '../format.ts'
import type { Kind } from '../model.ts'
import { choice, declaration, info, multichoice, yesno } from './choice.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import { group } from './group.ts'
import { iban } from './iban.ts'
import { money, number } from './number.ts'
import { phone } from './phone.ts'
import { address, mappoint, parcel } from './place.ts'
import { longtext, text } from './text.ts'
import { time } from './time.ts'
import { upload } from './upload.ts'

/** All field types; a new type is one file and one line here. */
export const KINDS: Readonly<Record<FieldType, Kind>> = {
  text,
  longtext,
  number,
  money,
  date,
  time,
  yesno,
  choice,
  multichoice,
  address,
  parcel,
  mappoint,
  iban,
  email,
  phone,
  upload,
  group,
  declaration,
  info,
}
