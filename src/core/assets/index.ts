/** Built files (styles, fonts, scripts, pictures): their addresses and the plugin that serves them. */
export { assetFiles, assetUrl } from './assets.ts'
export { ASSETS_PATH } from './manifest.ts'
export { serveAssets } from './serve-assets.ts'
