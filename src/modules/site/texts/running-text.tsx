import { Fragment } from 'preact'
import type { Language } from '#core/i18n/languages.ts'
import { keepTogether, readLinks, splitSentences } from './read-links.ts'

interface RunningTextProps {
  text: string
  language: Language
}

/** Text as our message files and packages hold it: an empty line between paragraphs, links in place. */
export function RunningText({ text, language }: RunningTextProps) {
  return (
    <>
      {text.split('\n\n').map(paragraph => (
        <p key={paragraph}>
          <Sentences text={paragraph} language={language} />
        </p>
      ))}
    </>
  )
}

/** The inside of one paragraph, line by line; in Leichte Sprache each sentence has a line of its own. */
export function Sentences({ text, language }: RunningTextProps) {
  const lines = text.split('\n').flatMap(line => (language === 'de-leicht' ? splitSentences(line) : [line]))
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          <Linked text={line} />
        </Fragment>
      ))}
    </>
  )
}

function Linked({ text }: { text: string }) {
  return (
    <>{readLinks(keepTogether(text)).map(({ words, href }) => (href ? <a href={href}>{words}</a> : words))}</>
  )
}
