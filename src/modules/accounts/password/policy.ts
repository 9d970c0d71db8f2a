import words from './common-words.json' with { type: 'json' }

/** Long rather than odd: no rules on kinds of signs (NIST SP 800-63B § 5.1.1, OWASP ASVS 6.2). Lengths in signs. */
export const passwordLength = { least: 12, most: 200 } as const

export type PasswordFault = 'missing' | 'short' | 'long' | 'easy'

/** A password that is guessed in less than this many independent parts is too easy. */
const enoughParts = 9

// Written by us from what people are known to choose (loved ones, months, clubs, the word itself); no list was copied.
const known: ReadonlySet<string> = new Set(words)
const rows = ['qwertzuiop', 'qwertyuiop', 'asdfghjkl', 'yxcvbnm', 'zxcvbnm', '1234567890']
const runs = rows.flatMap(row => [row, [...row].reverse().join('')])
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
}

/**
 * What speaks against a new password.
 * @param about what strangers know of the person: her address, her name, the town
 * @example checkNewPassword('Sommer2026!!', [])  // 'easy'
 */
export function checkNewPassword(password: string, about: readonly string[]): PasswordFault | undefined {
  const length = [...password].length
  if (length === 0) return 'missing'
  if (length < passwordLength.least) return 'short'
  if (length > passwordLength.most) return 'long'
  return countParts(password, about) < enoughParts ? 'easy' : undefined
}

/**
 * How many parts someone must guess: a sign counts one; a known word, a run of keys, a year, a date counts two;
 * what stood there just before, again, counts one. The cheapest way through the password counts.
 */
export function countParts(password: string, about: readonly string[]): number {
  const raw = plain(password)
  const undisguised = [...raw].map(sign => disguises[sign] ?? sign).join('')
  const personal = new Set(
    about.flatMap(text => plain(text).split(/[^\p{L}\p{N}]+|\d+/u)).filter(part => part.length > 2),
  )
  const isWord = (text: string) => known.has(text) || personal.has(text)
  const cheapest = [0]
  for (let end = 1; end <= raw.length; end++) {
    let best = cheapest[end - 1]! + 1
    for (let start = Math.max(0, end - longestPart); start < end - 1; start++) {
      const part = raw.slice(start, end)
      const cost = isRepeated(raw, start, end)
        ? 1
        : isWord(part) || isWord(undisguised.slice(start, end)) || isPattern(part)
          ? 2
          : part.length
      best = Math.min(best, cheapest[start]! + cost)
    }
    cheapest.push(best)
  }
  return cheapest[raw.length]!
}

const longestPart = 24

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\u00e4\u00f6\u00fc]/g, sign => ({ '\u00e4': 'ae', '\u00f6': 'oe' })[sign] ?? 'ue')

/** A year, a date in digits, a run of keys, or signs that follow each other evenly: aaa, abc, 987. */
function isPattern(part: string): boolean {
  if (/^(19|20)\d\d$/.test(part) || /^[0-3]?\d[.]?[01]?\d[.]?(19|20)?\d\d$/.test(part)) return true
  if (part.length < 3) return false
  if (part.length > 3 && runs.some(run => run.includes(part))) return true
  const step = part.charCodeAt(1) - part.charCodeAt(0)
  if (Math.abs(step) > 1) return false
  return [...part].every(
    (_, index) => index === 0 || part.charCodeAt(index) - part.charCodeAt(index - 1) === step,
  )
}

function isRepeated(text: string, start: number, end: number): boolean {
  const length = end - start
  return start >= length && text.slice(start - length, start) === text.slice(start, end)
}
