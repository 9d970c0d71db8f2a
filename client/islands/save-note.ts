const PAUSE_MS = 2_000
const RETRY_MS = 10_000

/** Keeps the line "Gespeichert um …" true, and saves while people type where the page names an address. */
export function keepSaved(note: HTMLElement): void {
  const form = note.closest('form') ?? document.querySelector<HTMLFormElement>('form.th-form')
  if (!form) return
  const address = note.dataset.saveTo
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsaved = false

  form.addEventListener('input', () => {
    unsaved = true
    if (!address) return say('unsaved')
    clearTimeout(timer)
    timer = setTimeout(() => void save(), PAUSE_MS)
  })
  // The form itself carries it now. A save behind it, as the page is left, would change the draft after the next
  // page was made: "your answers have changed" on the review page, to somebody who changed nothing.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    unsaved = false
  })
  // Leaving the page (another app, a closed tab) keeps what was typed a moment ago.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && unsaved) void save()
  })

  async function save(): Promise<void> {
    if (!address || !form) return
    clearTimeout(timer)
    unsaved = false
    say('saving')
    try {
      const answer = await fetch(address, { method: 'POST', body: fieldsOf(form), keepalive: true })
      if (!answer.ok) throw new Error(`saving was answered with ${answer.status}`)
      if (!unsaved) say('saved')
    } catch {
      unsaved = true
      say('failed')
      timer = setTimeout(() => void save(), RETRY_MS)
    }
  }

  function say(state: 'saving' | 'saved' | 'unsaved' | 'failed'): void {
    const now = new Date().toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' })
    const text = (note.dataset[state] ?? '').replace('{time}', now)
    if (note.textContent !== text) note.textContent = text
  }
}

// Files are sent by their own button; a draft save carries words only.
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  return fields
}
