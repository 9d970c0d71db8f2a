import { Fragment } from 'preact'
import type { Language } from '#core/i18n/languages.ts'
import { readLinks, splitSentences } from './read-links.ts'

interface RunningTextProps {
  text: string
  language: Language
}

/** Text as our message files and packages hold it: one paragraph a line, links in place. */
export function RunningText({ text, language }: RunningTextProps) {
  return (
    <>
      {text.split('\n').map(paragraph => (
        <p key={paragraph}>
          <Sentences text={paragraph} language={language} />
        </p>
      ))}
    </>
  )
}

/** The inside of one paragraph; in Leichte Sprache with a line for each sentence. */
export function Sentences({ text, language }: RunningTextProps) {
  const lines = language === 'de-leicht' ? splitSentences(text) : [text]
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
  return <>{readLinks(text).map(({ words, href }) => (href ? <a href={href}>{words}</a> : words))}</>
}
