import { spawn } from 'node:child_process'
import path from 'node:path'

/** Builds styles, fonts and islands if they are missing or older than their sources (some milliseconds when fresh). */
export async function ensureAssets(): Promise<void> {
  const root = path.join(import.meta.dirname, '..')
  const code = await new Promise<number | null>((resolve, reject) => {
    const build = spawn(
      process.execPath,
      ['--import', path.join(root, 'bin/tsx.mjs'), path.join(root, 'bin/build.ts')],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    build.once('error', reject)
    build.once('exit', resolve)
  })
  if (code !== 0) throw new Error('the assets could not be built; run npm run build to see why')
}
