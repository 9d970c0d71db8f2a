export interface DocumentViewProps {
  /** Address of the file itself; shown inside our own page only. */
  src: string
  /** What is seen, for those who hear it: "Bescheid", the file's name. */
  title: string
  kind: 'image' | 'pdf'
  /** Opens the file by itself; on the phone, where no PDF is shown inside a page, the only way to it. */
  link: string
}

/** A picture or a PDF inside the page. */
export function DocumentView({ src, title, kind, link }: DocumentViewProps) {
  if (kind === 'image') return <img class="th-document th-document--image" src={src} alt={title} />
  return (
    <div class="th-document">
      {/* For the viewer of the browser: whole width, no column of small pages. */}
      <iframe class="th-document__frame" src={`${src}#navpanes=0&view=FitH`} title={title} loading="lazy" />
      <p>
        <a href={src}>{link}</a>
      </p>
    </div>
  )
}
