/** One built file: where it is served, how it is stored, how large it is. Sizes in bytes. */
export interface AssetFile {
  /** Path part of its address, e.g. `/assets/styles.3f2a9c1b.css`. */
  url: string
  /** File name in dist/assets; beside it lie `.br` and `.gz` unless the type is compressed already. */
  file: string
  type: string
  bytes: number
  br: number
  gz: number
}

/** dist/assets/manifest.json: logical name (`styles.css`) → built file. */
export interface Manifest {
  stamp: string
  files: Record<string, AssetFile>
}

/** Address prefix under which all assets are served. */
export const ASSETS_PATH = '/assets/'
