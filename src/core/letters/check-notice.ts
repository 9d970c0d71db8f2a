import { LetterFault } from './errors.ts'
import type { Block, NoticeLetter } from './model.ts'

/**
 * Stops a notice that would be unlawful or void on its face. A draft may still lack parts: it is the
 * preview in which the case worker sees what is missing.
 */
export function checkNotice(letter: NoticeLetter): void {
  // § 37 (3) s. 1, § 44 (2) no. 1 VwVfG: the deciding authority must be recognisable.
  require(letter.head.authority, 'the authority is missing (§ 37 (3) VwVfG)')
  if (letter.draft) return
  // § 37 (1) VwVfG.
  if (!letter.operative.some(hasText)) refuse('nothing is decided (§ 37 (1) VwVfG)')
  if (letter.signature.form !== 'automatic')
    require(letter.signature.name, 'a name is missing (§ 37 (3) VwVfG)')
  // § 3a (2), (3) VwVfG: where a law orders written form, an electronic letter needs more than a name.
  if (letter.writtenForm && letter.signature.form !== 'seal') {
    refuse('written form is ordered and only a seal replaces it here (§ 3a (3) no. 3 VwVfG)')
  }
}

function hasText(blocks: readonly Block[]): boolean {
  return blocks.some(block => block.kind !== 'p' || block.text.trim() !== '')
}

function require(text: string, detail: string): void {
  if (text.trim() === '') refuse(detail)
}

function refuse(detail: string): never {
  throw new LetterFault('refused', detail)
}
