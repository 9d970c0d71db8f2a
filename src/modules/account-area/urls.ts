import { urls } from '#modules/tenants/index.ts'

interface ApplicationKey {
  readonly tenant: string
  readonly id: string
}

/**
 * Addresses of one's own applications. With an account below `/konto`; who came by tracking code stays below the
 * portal: `ownUrls('leuna')`.
 */
export function ownUrls(portal?: string | undefined) {
  const application = ({ tenant, id }: ApplicationKey) =>
    portal ? `${urls.status(portal)}/${tenant}/${id}` : `${urls.accountApplications}/${tenant}/${id}`
  return {
    application,
    answer: (key: ApplicationKey) => `${application(key)}/antwort`,
    withdrawal: (key: ApplicationKey) => `${application(key)}/zuruecknehmen`,
    document: (key: ApplicationKey, document: string) => `${application(key)}/datei/${document}`,
    message: (key: ApplicationKey, message: string) =>
      portal ? `${application(key)}/nachricht/${message}` : `${urls.accountMailbox}/${key.tenant}/${message}`,
    notice: (key: ApplicationKey, notice: string) =>
      portal ? `${application(key)}/bescheid/${notice}` : `${urls.account}/bescheide/${key.tenant}/${notice}`,
    noticePdf: (key: ApplicationKey, notice: string) =>
      portal
        ? `${application(key)}/bescheid/${notice}/bescheid.pdf`
        : `${urls.account}/bescheide/${key.tenant}/${notice}/bescheid.pdf`,
  }
}
export type OwnUrls = ReturnType<typeof ownUrls>
