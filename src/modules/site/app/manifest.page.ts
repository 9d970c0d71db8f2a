import { z } from 'zod'
import { assetUrl } from '#core/assets/index.ts'
import { file } from '#core/http/visit.ts'
import { htmlLanguage } from '#core/i18n/languages.ts'
import { portalPage, urls } from '#modules/tenants/index.ts'

/** The portal as an app on the phone's home screen (W3C Web Application Manifest). */
export const manifestPage = portalPage({
  method: 'GET',
  path: '/:portal/manifest.webmanifest',
  audience: 'anyone',
  audit: 'manifest.read',
  params: z.strictObject({ portal: z.string() }),
  handle: ({ portal, language }) => {
    const manifest = {
      id: urls.home(portal.slug),
      start_url: urls.home(portal.slug),
      scope: '/',
      name: `${portal.name} – ${portal.settings.sub[language]}`,
      short_name: portal.name,
      lang: htmlLanguage(language),
      display: 'minimal-ui',
      icons: [{ src: assetUrl('torhaus.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }
    return file({
      body: JSON.stringify(manifest),
      mediaType: 'application/manifest+json',
      name: 'manifest.webmanifest',
      inline: true,
    })
  },
})
