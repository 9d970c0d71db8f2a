import { z } from 'zod'
import { assetUrl } from '#core/assets/index.ts'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { StylePage } from '#ui/index.ts'
import type { SiteServices } from '../services.ts'

/** Every component in every state, for those who build pages. */
export const stylePage = page({
  method: 'GET',
  path: '/stil',
  audience: 'anyone',
  audit: 'style.viewed',
  params: z.strictObject({}),
  handle: (visit: Visit<SiteServices, object>) => {
    if (!visit.services.settings.demo) throw new NotFound('demo only')
    return html(
      <StylePage
        styles={[assetUrl('styles.css'), assetUrl('map.css')]}
        scripts={[assetUrl('islands.js'), assetUrl('map.js')]}
        logo={assetUrl('torhaus.svg')}
        nonce={visit.nonce}
      />,
    )
  },
})
