import type { ServerOptions } from '#core/http/server.ts'
import { identify } from '#modules/accounts/index.ts'
import { errorPage } from '#modules/site/index.ts'
import { urls } from '#modules/tenants/index.ts'
import type { Services } from './compose.ts'
import type { Config } from './config.ts'

/** What the web server needs of the modules: who a session stands for, how an error looks, where to sign in. */
export function serverOptions(config: Config, services: Services): Omit<ServerOptions, 'pages'> {
  return {
    baseUrl: config.baseUrl,
    secure: config.secure,
    trustProxy: config.trustProxy,
    tileOrigin: config.tileUrl ? new URL(config.tileUrl.replace('{s}', 'a')).origin : undefined,
    clock: services.clock,
    keyring: services.keyring,
    log: services.log,
    metrics: services.metrics,
    services,
    identify: identify(services),
    errorPage: (visit, fault) => errorPage(services, { visit, fault }),
    signInPath: (audience, back) => (audience === 'resident' ? urls.signIn(back) : urls.deskSignIn(back)),
  }
}
