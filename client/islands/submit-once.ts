const RETRY_AFTER_MS = 15_000

/**
 * Holds back the second click while the first is under way and says so on the button. That a double
 * submission counts once is the server's work; this only spares people the doubt.
 */
export function sendOnce(form: HTMLFormElement): void {
  let release: (() => void) | undefined
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    if (release) return event.preventDefault()
    release = showSending(form, event.submitter)
    // A net that swallowed the request must not lock the form for ever.
    setTimeout(unlock, RETRY_AFTER_MS)
  })
  window.addEventListener('pageshow', unlock)

  function unlock(): void {
    release?.()
    release = undefined
  }
}

function showSending(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
  const text = submitter?.querySelector('.kern-label')
  const before = text?.textContent ?? ''
  // After this event: the pressed button's name and value still go along.
  submitter?.setAttribute('aria-busy', 'true')
  if (text && form.dataset.sending) text.textContent = form.dataset.sending
  return () => {
    submitter?.removeAttribute('aria-busy')
    if (text) text.textContent = before
  }
}
