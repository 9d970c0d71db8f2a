/** Where an application for a service begins; the page belongs to the module of applications. */
export const startUrl = (portal: string, service: string) => `/${portal}/antrag/${service}`
