import type { Project, Violation } from '../project.ts'

export const LIMIT = 300

/** A file that may be longer for now: no longer than `lines`, and only while it needs to be. */
export interface Exception {
  readonly path: string
  readonly lines: number
  readonly reason: string
}

/** Nobody reads a file of more than 300 lines at once. The list of exceptions can only shrink. */
export function fileSize({ sources }: Project, exceptions: readonly Exception[]): Violation[] {
  const tooLong = sources.flatMap((source): Violation[] => {
    const allowed = exceptions.find(({ path }) => path === source.path)?.lines ?? LIMIT
    const lines = linesOf(source.text)
    if (isGenerated(source.text) || lines <= allowed) return []
    return [{ path: source.path, line: allowed, words: `${lines} lines, allowed are ${allowed}` }]
  })
  const needless = exceptions.flatMap(({ path, lines, reason }): Violation[] => {
    const source = sources.find(candidate => candidate.path === path)
    const now = source === undefined ? 0 : linesOf(source.text)
    if (now > LIMIT && now === lines && reason !== '') return []
    return [{ path, line: 1, words: `the exception for ${lines} lines must go or shrink: there are ${now}` }]
  })
  return [...tooLong, ...needless]
}

export function isGenerated(text: string): boolean {
  return /^\/[/*].*(generated|do not edit)/i.test(text)
}

export function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}
