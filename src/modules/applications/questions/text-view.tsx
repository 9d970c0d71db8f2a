/** A text of a package or message file: an empty line parts paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter(part => part.trim() !== '')
        .map(part => (
          <p key={part}>{part}</p>
        ))}
    </>
  )
}
