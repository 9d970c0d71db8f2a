/** What a person wrote, as she wrote it: paragraphs parted by empty lines, single line breaks kept. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/)
  return (
    <div class="th-stack th-stack--small">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {paragraph.split('\n').map((line, place) => (
            <Line key={place} text={line} isFirst={place === 0} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Line({ text, isFirst }: { text: string; isFirst: boolean }) {
  return (
    <>
      {!isFirst && <br />}
      {text}
    </>
  )
}
