import sharp from 'sharp'
import type { FileField } from './browser.ts'

const cache = new Map<string, Buffer>()

/** A small real file of a kind: opens in every viewer. */
export async function fileOf(type: 'jpeg' | 'png' | 'pdf', field: string, name: string): Promise<FileField> {
  const content = cache.get(type) ?? (await make(type))
  cache.set(type, content)
  return { field, name, type: type === 'pdf' ? 'application/pdf' : `image/${type}`, content }
}

async function make(type: 'jpeg' | 'png' | 'pdf'): Promise<Buffer> {
  if (type === 'pdf') return smallPdf()
  const image = sharp({
    create: { width: 320, height: 240, channels: 3, background: { r: 70, g: 120, b: 60 } },
  })
  return image.toFormat(type).toBuffer()
}

/** One empty page with a cross-reference table that is right to the byte. */
function smallPdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  return Buffer.from(
    `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  )
}
