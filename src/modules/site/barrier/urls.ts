export const sentUrl = (portal: string) => `/${portal}/barriere-melden/gesendet`
