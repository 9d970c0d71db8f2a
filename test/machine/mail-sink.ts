import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that takes everything and remembers each Message-ID, repetitions too. */
export interface MailSink {
  readonly url: string
  readonly messageIds: readonly string[]
  close(): Promise<void>
}

export async function openMailSink(): Promise<MailSink> {
  const messageIds: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      text(stream).then(
        mail => {
          messageIds.push(/^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? 'none')
          done()
        },
        (cause: Error) => done(cause),
      )
    },
  })
  // A sender that is killed leaves its connection behind: nothing to report.
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    messageIds,
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
