// The small comforts of every page. Nothing here is needed: each page works without this file.
import { watchErrorSummary } from './islands/error-summary.ts'
import { walkRows } from './islands/row-keys.ts'
import { keepSaved } from './islands/save-note.ts'
import { sendOnce } from './islands/submit-once.ts'
import { sendUploads } from './islands/upload.ts'

for (const summary of document.querySelectorAll<HTMLElement>('[data-island="error-summary"]'))
  watchErrorSummary(summary)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="submit-once"]'))
  sendOnce(form)
for (const note of document.querySelectorAll<HTMLElement>('[data-island="save-note"]')) keepSaved(note)
for (const upload of document.querySelectorAll<HTMLElement>('[data-island="upload"]')) sendUploads(upload)
for (const list of document.querySelectorAll<HTMLElement>('[data-island="row-keys"]')) walkRows(list)
