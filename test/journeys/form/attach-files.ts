import type { CompiledField } from '#flow/index.ts'
import { fileOf } from '#test/visitor/files.ts'
import { uiWords } from '#ui/index.ts'
import type { Device } from '../stage/device.ts'
import type { Hand } from './hand.ts'
import type { Journey } from './journey.ts'

interface Wanted {
  readonly hand: Hand
  readonly journey: Journey
  readonly field: CompiledField
  readonly files: readonly { readonly name: string; readonly type: 'jpeg' | 'png' | 'pdf' }[]
}

/** Chooses the files of a question and waits until they stand in its list; without scripts by the button beside. */
export async function attachFiles(device: Device, { hand, journey, field, files }: Wanted): Promise<void> {
  const main = device.page.getByRole('main')
  const words = uiWords(journey.lang)
  const label = journey.say(field.field.label!)
  const read = await Promise.all(files.map(({ name, type }) => fileOf(type, field.id, name)))
  await hand.attach(
    main.getByLabel(label),
    read.map(({ name, type, content }) => ({ name, mimeType: type, buffer: content })),
  )
  if (!device.script) {
    await device.follow(() => hand.press(main.getByRole('button', { name: `${words.upload_send} ${label}` })))
  }
  for (const { name } of files) await main.getByRole('link', { name }).waitFor()
}
