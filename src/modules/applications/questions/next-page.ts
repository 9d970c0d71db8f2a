import type { OpenFlow } from '#flow/index.ts'
import type { DraftAddress } from '../drafts/model.ts'
import { applicationUrls } from '../urls.ts'

const fromReview = '?von=pruefen'

/** Where "Weiter" leads: a note of the package, back to the review, or simply on. */
export function nextUrl(
  place: DraftAddress,
  open: OpenFlow,
  at: { page: string; isFromReview: boolean },
): string {
  const note = open.eligibility.find(one => one.after === at.page)
  if (note) return `${applicationUrls.note(place, note.id)}${at.isFromReview ? fromReview : ''}`
  return onwardUrl(place, open, at)
}

/** As `nextUrl`, past the notes. From the review one goes only through what an answer newly asks. */
export function onwardUrl(
  place: DraftAddress,
  open: OpenFlow,
  { page, isFromReview }: { page: string; isFromReview: boolean },
): string {
  if (isFromReview) return resumeUrl(place, open, fromReview)
  const next = open.next(page)
  return next === 'review' ? applicationUrls.review(place) : applicationUrls.page(place, next.slug)
}

/** The first page that is not complete. */
export function resumeUrl(place: DraftAddress, open: OpenFlow, query = ''): string {
  return open.resume === 'review'
    ? applicationUrls.review(place)
    : `${applicationUrls.page(place, open.resume.slug)}${query}`
}
