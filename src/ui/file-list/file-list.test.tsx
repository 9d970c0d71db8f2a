import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { FileList } from './file-list.tsx'

const files = [
  { id: '1', name: 'Bescheid.pdf', size: '120 kB', href: '/b' },
  { id: '2', name: 'Foto.jpg', size: '2 MB', preview: { src: '/f', alt: 'Foto.jpg, Vorschau' } },
]

test('is accessible, says which file is removed', () => {
  const view = (
    <FileList
      label="Dateien"
      files={files}
      removeLabel="Entfernen"
      remove={({ id }) => ({ name: 'remove', value: id })}
    />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toMatch(/Entfernen<span class="th-hidden"> Bescheid.pdf/)
})

test('shows nothing when there is nothing, and no button where nothing may go', () => {
  expect(htmlOf(<FileList label="Dateien" files={[]} />)).toBe('')
  expect(htmlOf(<FileList label="Dateien" files={files} />)).not.toContain('<button')
})
