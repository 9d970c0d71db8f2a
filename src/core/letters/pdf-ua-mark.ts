import { createHash } from 'node:crypto'

const namespace = 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
const uaNamespace = 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'

/** PDF/A demands that a property outside its own schemas is described (ISO 19005-2, 6.6.2.3). */
const schema = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

/**
 * Adds to a PDF/A-2a what PDF/UA-1 asks beyond it: the identification in the metadata, and that a reader
 * shows the title instead of the file's name. The typesetter writes one standard at a time; whether the
 * content keeps PDF/UA has been checked before by setting it once under that standard.
 *
 * Written as an incremental update (ISO 32000-1, 7.5.6): the bytes of the first revision stay as they are.
 *
 * @throws Error if the PDF is not built as expected; a half-marked file must not leave
 */
export function markUniversallyAccessible(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const start = Number(only(text.slice(text.lastIndexOf('startxref')), /startxref\s+(\d+)/))
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = Number(only(trailer, /\/Root (\d+) 0 R/))
  const catalogue = objectAt(text, start, root)
  const metadata = Number(only(catalogue, /\/Metadata (\d+) 0 R/))
  const changed = [
    { id: metadata, body: markMetadata(objectAt(text, start, metadata)) },
    {
      id: root,
      body: replaceOnce(
        catalogue,
        '/ViewerPreferences <<',
        '/ViewerPreferences <<\n    /DisplayDocTitle true',
      ),
    },
  ].sort((a, b) => a.id - b.id)
  let update = text.endsWith('\n') ? '' : '\n'
  let xref = ''
  for (const { id, body } of changed) {
    xref += `${id} 1\n${String(bytes.length + update.length).padStart(10, '0')} 00000 n \n`
    update += `${id} 0 obj\n${body}endobj\n\n`
  }
  const table = bytes.length + update.length
  update += `xref\n${xref}trailer\n<<\n  /Size ${only(trailer, /\/Size (\d+)/)}\n  /Root ${root} 0 R\n`
  update += `  /Info ${only(trailer, /\/Info (\d+ 0 R)/)}\n  /ID [${only(trailer, /\/ID \[(\([^)]*\)|<[^>]*>)/)} <${revision(bytes)}>]\n`
  update += `  /Prev ${start}\n>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([bytes, Buffer.from(update, 'latin1')])
}

function markMetadata(body: string): string {
  const length = Number(only(body, /\/Length (\d+)/))
  const begin = body.indexOf('stream\n') + 'stream\n'.length
  let packet = body.slice(begin, begin + length)
  packet = replaceOnce(packet, namespace, `${namespace} ${uaNamespace}`)
  packet = replaceOnce(packet, '<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
  packet = replaceOnce(
    packet,
    '</rdf:Bag></pdfaExtension:schemas>',
    `${schema}</rdf:Bag></pdfaExtension:schemas>`,
  )
  const head = replaceOnce(body.slice(0, begin), `/Length ${length}`, `/Length ${packet.length}`)
  return `${head}${packet}${body.slice(begin + length)}`
}

/** The text between `n 0 obj` and `endobj`, found through the cross-reference table. */
function objectAt(text: string, table: number, id: number): string {
  const header = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(table, table + 40))
  if (!header || id >= Number(header[1])) throw new Error('PDF without a plain cross-reference table')
  const entry = table + header[0].length + id * 20
  const offset = Number(text.slice(entry, entry + 10))
  const begin = `${id} 0 obj\n`
  if (!text.startsWith(begin, offset)) throw new Error(`PDF object ${id} is not where the table says`)
  // The length of a metadata stream bounds it; its packet holds XML and no "endobj".
  return text.slice(offset + begin.length, text.indexOf('endobj', offset))
}

function only(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`PDF without ${pattern.source}`)
  return found
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`PDF: expected once: ${from}`)
  return text.replace(from, () => to)
}

/** The second half of the file's ID changes with each revision (ISO 32000-1, 14.4). */
function revision(bytes: Buffer): string {
  return createHash('sha256').update(bytes).update('ua').digest('hex').slice(0, 32)
}
