/**
 * In a list that is worked through all day: j and k lead to the next and the previous row, Enter opens it as every
 * link. The keys count only while the focus is in the list, so that nobody meets them by accident (WCAG 2.1.4).
 */
export function walkRows(list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLElement>('[data-row]')].flatMap(
    row => row.querySelector<HTMLElement>('a[href]') ?? [],
  )
  const hint = list.querySelector<HTMLElement>('[data-row-keys-hint]')
  // Where there is no keyboard, the line would only be in the way.
  if (hint) hint.hidden = !matchMedia('(hover: hover)').matches
  list.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return
    const row = (event.target as HTMLElement).closest('[data-row]')
    const at = links.findIndex(link => row?.contains(link))
    const next = at < 0 ? 0 : at + (event.key === 'j' ? 1 : -1)
    links[next]?.focus()
    event.preventDefault()
  })
}
