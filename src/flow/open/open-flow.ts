import type { Answers } from '../answers.ts'
import type { Flow } from '../model.ts'
import { pageState } from './page-state.ts'
import { pruneAnswers } from './prune.ts'
import { makeScope } from './scope.ts'
import type { FlowContext, OpenFlow, PageState, Progress } from './state.ts'

/**
 * Computes the whole state of a form from its answers: reachable pages, errors, pruned answers.
 * Pure and quick; done anew at each request.
 *
 *     const open = openFlow(flow, draft.answers, { today: '2026-11-21', param: { fee_cents: 2500 } })
 *     open.next('applicant') // the page that follows with these answers, or 'review'
 */
export function openFlow(flow: Flow, answers: Answers, context: FlowContext): OpenFlow {
  const scope = makeScope(flow, context)
  const pruned = pruneAnswers(flow, answers, scope)
  const around = { flow, answers: pruned.answers, lookup: scope.lookup }
  const pages = pruned.pages.map(page => pageState(page, pruned.visible.get(page) ?? [], around))
  const errors = pages.flatMap(page => page.errors)
  const indexOf = (id: string) => pages.findIndex(page => page.id === id)
  const first = pages[0]
  if (!first) throw new Error('a form needs a page that is always there')
  return {
    pages,
    page: id => pages[indexOf(id)],
    first,
    resume: pages.find(page => !page.complete) ?? 'review',
    next: id => pages[indexOf(id) + 1] ?? 'review',
    previous: id => pages[indexOf(id) - 1],
    progress: pageId => progressAt(flow, pages, pageId),
    answers: pruned.answers,
    computed: Object.fromEntries([...flow.computed.keys()].map(id => [id, scope.lookup(id)])),
    errors,
    warnings: pages.flatMap(page => page.warnings),
    eligibility: flow.eligibility.filter(
      one => indexOf(one.after) >= 0 && one.program.run(scope.lookup) === true,
    ),
    complete: errors.length === 0,
    lookup: scope.lookup,
  }
}

/** Sections that have a reachable page, and where among them this page stands. */
function progressAt(flow: Flow, pages: readonly PageState[], pageId: string): Progress {
  const sections = flow.definition.sections.flatMap(section => {
    const own = pages.filter(page => page.section === section.id)
    return own.length > 0 ? [{ ...section, done: own.every(page => page.complete) }] : []
  })
  const section = pages.find(page => page.id === pageId)?.section ?? sections.at(-1)?.id ?? ''
  return { section, index: sections.findIndex(one => one.id === section) + 1, of: sections.length, sections }
}
