import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a PDF program is on this machine; tests that need it say so when they are skipped. */
export function has(program: 'qpdf' | 'pdftotext' | 'pdffonts'): boolean {
  return spawnSync(program, [program === 'qpdf' ? '--version' : '-v']).error === undefined
}

/** The text as a reader copies it, white space as single blanks. */
export function textOf(pdf: Uint8Array): string {
  return oneLine(
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 1 << 26 }).toString(),
  )
}

/** Hyphenation and line breaks of the layout are none of the letter's words. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u200b', '')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
}

export function latin1(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1')
}

/** What `qpdf --check` says; it reads files only. */
export function qpdfReport(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'))
  try {
    const file = join(folder, 'letter.pdf')
    writeFileSync(file, pdf)
    return execFileSync('qpdf', ['--check', file]).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
