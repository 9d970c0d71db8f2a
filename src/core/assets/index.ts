/** Built files (styles, fonts, scripts, pictures): their addresses and the plugin that serves them. */
export { assetUrl } from './assets.ts'
export { serveAssets } from './serve-assets.ts'
