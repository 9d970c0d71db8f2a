import { lineAt } from './documents.ts'

/** A block of code: ```` ```yaml datei=form.yaml ````. GitHub shows the language and ignores the rest. */
export interface Fence {
  readonly language: string
  readonly marks: Readonly<Record<string, string>>
  readonly body: string
  /** Line of its first line of code */
  readonly line: number
}

export function fencesOf(text: string): Fence[] {
  return [...text.matchAll(/^```(\S+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(found => {
    const [, language = '', rest = '', body = ''] = found
    const marks = rest
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(mark => mark.split('=', 2) as [string, string])
    return { language, marks: Object.fromEntries(marks), body, line: lineAt(text, found.index) + 1 }
  })
}
