import type { NoticeWords } from '#modules/decisions/index.ts'
import { messages } from '../messages.ts'
import { BlocksView } from './blocks-view.tsx'

type Blocks = NoticeWords['opening']

/** The notice as text. It is German in every language of the portal (§ 23 Abs. 1 VwVfG), and so are its headings. */
export function NoticeText({ words }: { words: NoticeWords }) {
  const t = messages.in('de')
  const { signature } = words
  return (
    <article class="th-stack" lang="de">
      <p>
        {words.head.authority}
        {words.head.office && (
          <>
            <br />
            {words.head.office}
          </>
        )}
        <br />
        {t('letter.number', { number: words.fileNumber })}
        <br />
        {words.date}
      </p>
      <h2>{words.subject}</h2>
      <BlocksView blocks={words.opening} />
      <Rulings title={t('letter.operative')} parts={words.operative} />
      <Rulings title={t('letter.ancillary')} parts={words.ancillary} />
      <Part title={t('letter.reasons')} blocks={words.reasons} />
      <Part title={t('letter.costs')} blocks={words.costs} />
      {words.remedy && <Part title={words.remedy.heading} blocks={words.remedy.blocks} />}
      <p>
        {signature.closing.map(line => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        {'name' in signature && signature.name}
      </p>
      <Part title={t('letter.hints')} blocks={words.hints} />
    </article>
  )
}

function Part({ title, blocks }: { title: string; blocks: Blocks }) {
  if (blocks.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <BlocksView blocks={blocks} />
    </>
  )
}

/** Rulings and provisions are numbered as in the letter: people refer to them by number. */
function Rulings({ title, parts }: { title: string; parts: readonly Blocks[] }) {
  if (parts.length === 0) return null
  if (parts.length === 1) return <Part title={title} blocks={parts[0]!} />
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {parts.map((blocks, index) => (
          // The place is what names a ruling.
          <li key={`${index + 1}`} class="th-stack th-stack--small">
            <BlocksView blocks={blocks} />
          </li>
        ))}
      </ol>
    </>
  )
}
