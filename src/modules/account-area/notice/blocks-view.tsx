import type { NoticeWords } from '#modules/decisions/index.ts'
import { Prose } from '#ui/index.ts'

type Block = NoticeWords['opening'][number]

/** Pieces of a letter as HTML: the same words as in the PDF. */
export function BlocksView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={`${index} ${block.kind}`} block={block} />
      ))}
    </>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'p':
      return <Prose text={block.text} />
    case 'heading':
      return <h3>{block.text}</h3>
    case 'address':
      return <Prose text={block.lines.join('\n')} />
    case 'list':
      return (
        <ul>
          {block.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'numbers':
      return (
        <ol>
          {block.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      )
    case 'table':
      return <TableView {...block} />
  }
}

function TableView({ head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <table class="th-table">
      <thead>
        <tr>
          {head.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={`${place} ${row[0] ?? ''}`}>
            {row.map((cell, index) => (
              <td key={head[index]} data-label={head[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
