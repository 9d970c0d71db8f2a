import nodemailer from 'nodemailer'

export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

/** Hands a mail to the mail server; returns when it was accepted. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

const patience_ms = 10_000

/** @param from sender of all mails, for example `Stadt Leuna <no-reply@leuna.example>` */
export function smtpTransport(url: string, from: string): MailTransport {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: patience_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async mail => {
      await transport.sendMail({ from, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    close: () => transport.close(),
  }
}
