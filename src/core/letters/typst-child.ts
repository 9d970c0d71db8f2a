// A process of its own: the typesetter is native code, and if it ever falls over it must not take the portal
// with it. Started by press.ts with an empty environment; knows nothing but the order it is sent.
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { letterFonts } from './fonts.ts'
import type { Order, Reply } from './order.ts'
import { markUniversallyAccessible } from './pdf-ua-mark.ts'
import { printableData } from './printable.ts'

/** The only folder a template can read from. */
const workspace = join(import.meta.dirname, 'templates')

// Without the parent nobody waits for a letter.
process.on('disconnect', () => process.exit(0))

const { blobs, covered } = await letterFonts()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: blobs }] })

process.on('message', (order: Order) => {
  const reply = answer(order)
  process.send?.(reply, undefined, undefined, error => {
    if (error) process.exit(1)
  })
})

function answer(order: Order): Reply {
  try {
    return { id: order.id, pdf: print(order) }
  } catch (cause) {
    return { id: order.id, refused: withoutData(cause) }
  } finally {
    // Keeps what recent letters shared, lets the rest go: memory stays level over many letters.
    compiler.evictCache(5)
  }
}

function print({ template, data, arms, created_s }: Order): Uint8Array {
  compiler.resetShadow()
  if (arms) compiler.mapShadow(join(workspace, `arms.${arms.type}`), Buffer.from(arms.bytes))
  const compiled = compiler.compile({
    mainFilePath: join(workspace, `${template}.typ`),
    // Data travel as JSON beside the source, never inside it: no text can become an instruction.
    inputs: { data: JSON.stringify(printableData(data, covered)) },
  })
  const document = compiled.result
  if (!document) throw new Error(diagnostics(compiled.takeError()))
  // The gate: missing title, missing alternative text or a skipped heading level is an error under PDF/UA-1.
  compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: created_s })
  const archive = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: created_s })
  return markUniversallyAccessible(archive)
}

function diagnostics(error: NodeError | null): string {
  if (!error) return 'no document'
  return compiler
    .fetchDiagnostics(error)
    .map(each => (each as { message?: string }).message ?? '')
    .join('; ')
}

/** The typesetter quotes text of the letter between backticks; a log must not hold it. */
function withoutData(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  const short = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(match => match[1]).join('; ')
  return (short || message).replaceAll(/`[^`]*`/g, '`…`').slice(0, 500)
}
