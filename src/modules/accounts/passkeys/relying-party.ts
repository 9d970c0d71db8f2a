/** Who asks for a passkey: it works only on pages of this host. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/** `undefined` where the portal is reached by a bare address: browsers make no passkeys there, so none is offered. */
export function relyingParty(baseUrl: string): RelyingParty | undefined {
  const { hostname, origin } = new URL(baseUrl)
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : { id: hostname, origin }
}
