import type { Block } from '#core/letters/index.ts'
import type { ItemAnswer } from '#flow/index.ts'
import type { Column, Each, NoticeBlock } from './definition.ts'
import { type Filling, fillPlaceholders, type NamedItem } from './fill.ts'
import { holds } from './matter.ts'

/** Blocks of the package as blocks of the letter. What does not hold, and what has no line, is left out. */
export function setBlocks(blocks: readonly NoticeBlock[], filling: Filling): Block[] {
  return blocks.flatMap(block => setBlock(block, filling))
}

function setBlock(block: NoticeBlock, filling: Filling): Block[] {
  if (typeof block === 'string') return paragraphs(fillPlaceholders(block, filling))
  if ('each' in block) return 'columns' in block ? setTable(block, filling) : setList(block, filling)
  if (!holds(block.when, filling.lookup)) return []
  if ('blocks' in block) return setBlocks(block.blocks, filling)
  return paragraphs(fillPlaceholders(block.text, filling))
}

/** An empty line parts paragraphs: what a person wrote keeps its shape. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => ({ kind: 'p', text: part }))
}

function setList(block: Each & { item: string }, filling: Filling): Block[] {
  const items = overItems(block, filling).map(inner => fillPlaceholders(block.item, inner))
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

function setTable(block: Each & { columns: readonly Column[] }, filling: Filling): Block[] {
  const columns = block.columns.filter(column => holds(column.when, filling.lookup))
  const rows = overItems(block, filling).map(inner =>
    columns.map(column => fillPlaceholders(column.text, inner)),
  )
  if (rows.length === 0) return []
  const head = columns.map(column => fillPlaceholders(column.head, filling))
  return [{ kind: 'table', head, rows, widths: widthsOf([head, ...rows]) }]
}

/** The filling of each item for which the block's condition holds. */
function overItems(block: Each, filling: Filling): Filling[] {
  const { opened, lookup } = filling
  const answered = (opened.matter.open.answers[block.each] ?? []) as readonly ItemAnswer[]
  const lists = [block.each, ...(block.with ? [block.with] : [])].map(
    name => (lookup(name) ?? []) as readonly Readonly<Record<string, unknown>>[],
  )
  return answered.flatMap((answer, index) => {
    const decided = opened.definition.items?.of === block.each ? opened.items[index] : undefined
    const values = {
      ...Object.assign({}, ...lists.map(list => list[index])),
      n: index + 1,
      // Where nothing is decided on single items, every field of it is unanswered.
      decision: decided?.values.decision ?? {},
      _id: answer._id,
    }
    const item: NamedItem = { alias: block.as, of: block.each, index, values, opened: decided }
    const inner = (name: string) => (name === block.as ? values : lookup(name))
    return holds(block.when, inner) ? [{ ...filling, item, lookup: inner }] : []
  })
}

const narrowest = 5
const widest = 40

/** Columns share the line by their longest cell, so that a number takes little and a sentence much. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const longest = (column: number) => Math.max(...rows.map(row => row[column]?.length ?? 0))
  return (rows[0] ?? []).map((_, column) => Math.min(widest, Math.max(narrowest, longest(column))))
}

/** Blocks as plain text, for a field in which the wording can be changed. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n\n')
}

function plainBlock(block: Block): string {
  if (block.kind === 'p' || block.kind === 'heading') return block.text
  if (block.kind === 'address') return block.lines.join('\n')
  if (block.kind === 'table') return block.rows.map(row => row.join(' · ')).join('\n')
  return block.items.map(item => `– ${item}`).join('\n')
}
