// `npm run build`: makes dist/assets from src/ui, client and the packages they use.
// Called by every start as well: with unchanged inputs it only compares one stamp and leaves.
import { buildAssets } from '#core/assets/build/build-assets.ts'

const force = process.argv.includes('--force')
const started = performance.now()
const result = await buildAssets({ force })
const took_ms = Math.round(performance.now() - started)

if (result.fresh) console.log(`assets: unchanged (${took_ms} ms)`)
else {
  for (const { name, bytes, br } of result.files)
    console.log(`${name.padEnd(32)} ${kilobytes(bytes)} ${kilobytes(br)} br`)
  console.log(`assets: ${result.files.length} files (${took_ms} ms)`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`
}
