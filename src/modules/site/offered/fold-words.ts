/**
 * Words as the search compares them: small letters, without accents, "ß" as "ss". An umlaut, its two-letter
 * writing and the bare vowel are one: "Bäume", "Baeume" and "Baume" all become "baume".
 */
export function foldWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\{[^}]*\}|[·\u00ad]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word.replaceAll(/([aou])e/g, '$1'))
    .filter(Boolean)
}

/** How many letters must be put in, left out, changed or swapped with their neighbour to turn one word into the other. */
export function typosBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    for (let j = 1; j <= right.length; j++) {
      const above = rows[i - 1]!
      const same = left[i - 1] === right[j - 1]
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (isSwap) cost = Math.min(cost, rows[i - 2]![j - 2]! + 1)
      row.push(cost)
    }
    rows.push(row)
  }
  return rows[left.length]![right.length]!
}
