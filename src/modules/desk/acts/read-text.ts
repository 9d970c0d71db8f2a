/** Longer than any note or question was ever meant to be. */
export const longestText = 8_000

/** What someone typed into a long field, as it is kept: NFC, without control characters, line ends as one. */
export function readText(typed: string): { text: string; problem?: 'missing' | 'too_long' | undefined } {
  const text = typed
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  if (text === '') return { text, problem: 'missing' }
  return text.length > longestText ? { text, problem: 'too_long' } : { text }
}
