// Lets Node load .tsx as it is: types and JSX are taken away by esbuild when a file is first read, and the result is
// kept in .cache/ under the hash of its source. Node keeps its own stripped and compiled .ts there too. Later starts
// load neither esbuild nor the stripper. Used as `node --import ./bin/tsx.mjs …`.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = path.join(import.meta.dirname, '../.cache')
const require = createRequire(import.meta.url)
const salt = JSON.stringify([require('esbuild/package.json').version, 1])

enableCompileCache(path.join(cache, 'node'))
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    return { format: 'module', source: plain(fileURLToPath(url)), shortCircuit: true }
  },
})

function plain(file) {
  const source = readFileSync(file, 'utf8')
  const name = createHash('sha256').update(salt).update(file).update(source).digest('hex')
  const kept = path.join(cache, 'tsx', `${name}.js`)
  return read(kept) ?? keep(kept, transform(file, source))
}

function transform(file, source) {
  const { code } = require('esbuild').transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    format: 'esm',
    target: 'node24',
    sourcemap: 'inline',
    sourcefile: file,
  })
  return code
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that another process never reads half a file; a read-only checkout goes without. */
function keep(file, code) {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // The next start transforms again.
  }
  return code
}
