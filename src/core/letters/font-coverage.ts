/**
 * The code points a TrueType font has glyphs for, read from its `cmap` table.
 * Formats 4 and 12 of the OpenType specification, the two that every current font carries.
 */
export function coverage(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const table = findTable(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  for (let i = 0; i < count; i += 1) {
    const subtable = table + font.readUInt32BE(table + 4 + i * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) readSegments(font, subtable, covered)
    if (format === 12) readGroups(font, subtable, covered)
  }
  if (covered.size === 0) throw new Error('font without a readable cmap table')
  return covered
}

function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`font without ${tag} table`)
}

function readSegments(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let i = 0; i < doubled; i += 2) {
    const end = font.readUInt16BE(ends + i)
    const start = font.readUInt16BE(starts + i)
    const offset = font.readUInt16BE(offsets + i)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + font.readUInt16BE(deltas + i)) & 0xffff
          : font.readUInt16BE(offsets + i + offset + (code - start) * 2)
      if (glyph !== 0) covered.add(code)
    }
  }
}

function readGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + i * 12
    const end = font.readUInt32BE(group + 4)
    for (let code = font.readUInt32BE(group); code <= end; code += 1) covered.add(code)
  }
}
