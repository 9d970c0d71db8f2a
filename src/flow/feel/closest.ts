/** The known name with the fewest letters different, or nothing when none is alike. */
export function closest(name: string, known: readonly string[]): string {
  const most = Math.max(2, Math.floor(name.length / 3))
  const scored = known
    .map(other => ({ other, distance: editDistance(name, other) }))
    .filter(one => one.distance <= most)
  return scored.sort((a, b) => a.distance - b.distance)[0]?.other ?? ''
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
