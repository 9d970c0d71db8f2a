import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export interface Column {
  key: string
  label: string
  numeric?: boolean | undefined
  /** Link that sorts by this column; `direction` when the list is sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

export interface Row {
  key: string
  cells: Readonly<Record<string, ComponentChildren>>
  /** Draws the eye to this row, e.g. unread. */
  strong?: boolean | undefined
}

export interface TableProps {
  caption: string
  /** The caption is read, not shown: a heading above says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column[]
  rows: readonly Row[]
  /** Key of the column that names the row (its row header). */
  rowHeader: string
  /** Rows of 40 px for desks that are used all day. */
  dense?: boolean | undefined
}

/** A real table. On the phone each row becomes a block with the column names before its values. */
export function Table({ caption, captionHidden, columns, rows, rowHeader, dense }: TableProps) {
  return (
    <table class={`th-table${dense ? ' th-table--dense' : ''}`}>
      <caption class={captionHidden ? 'th-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, ...column }) => (
            <HeaderCell key={key} {...column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} class={row.strong ? 'th-table__row--strong' : undefined} data-row>
            {columns.map(column => (
              <BodyCell key={column.key} column={column} header={column.key === rowHeader}>
                {row.cells[column.key]}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeaderCell({ label, numeric, sort }: Omit<Column, 'key'>) {
  return (
    <th scope="col" class={numeric ? 'th-table__numeric' : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href}>
          <span>{label}</span>
          {sort.direction && (
            <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size="small" />
          )}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

interface BodyCellProps {
  column: Column
  header: boolean
  children: ComponentChildren
}

function BodyCell({ column, header, children }: BodyCellProps) {
  const look = column.numeric ? 'th-table__numeric' : undefined
  if (header)
    return (
      <th scope="row" class={look} data-label={column.label}>
        {children}
      </th>
    )
  return (
    <td class={look} data-label={column.label}>
      {children}
    </td>
  )
}
