const CONTROLS = 'input:not([type=hidden]), select, textarea'

/** Brings the reader to the errors, and from a link of the summary straight into the control it names. */
export function watchErrorSummary(summary: HTMLElement): void {
  summary.focus()
  summary.addEventListener('click', event => {
    const link = (event.target as Element).closest('a')
    const target = link && document.getElementById(link.hash.slice(1))
    if (!target) return
    event.preventDefault()
    const control = findControl(target)
    // Label or legend come into view together with the control, not the bare box alone.
    const block = control.closest('.th-field') ?? control
    for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
    block.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}

function findControl(target: HTMLElement): HTMLElement {
  if (target.matches(CONTROLS)) return target
  return (
    target.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    target.querySelector<HTMLElement>(CONTROLS) ??
    target
  )
}
