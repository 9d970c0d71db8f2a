import type { Words } from '../words/words.ts'
import { fill } from '../words/words.ts'

export interface SaveNoteProps {
  /** "14:30" of the last save; missing before the first. */
  savedAt?: string | undefined
  /** Address that takes the form's fields while people type (answer 204); without it only "Weiter" saves. */
  saveTo?: string | undefined
  words: Words
}

/** Says whether what was typed is kept. The island keeps it up to date, and saves when `saveTo` is given. */
export function SaveNote({ savedAt, saveTo, words }: SaveNoteProps) {
  return (
    <p
      class="th-save"
      role="status"
      data-island="save-note"
      data-save-to={saveTo}
      data-saving={words.saving}
      data-saved={words.saved}
      data-unsaved={words.unsaved}
      data-failed={words.save_failed}
    >
      {savedAt ? fill(words.saved, { time: savedAt }) : ''}
    </p>
  )
}
