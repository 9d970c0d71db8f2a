import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { assetFiles } from '../assets.ts'
import { buildAssets } from './build-assets.ts'
import { DIST } from './places.ts'
import { purge } from './purge.ts'
import { BASE_RANGES, lettersOf, NAME_RANGES } from './unicode-ranges.ts'

beforeAll(async () => {
  await buildAssets({ force: false })
})

const text = (name: string) => readFileSync(join(DIST, assetFiles()[name]?.file ?? ''), 'utf8')

describe('buildAssets', () => {
  test('does nothing while its inputs are unchanged', async () => {
    expect(await buildAssets({ force: false })).toEqual({ fresh: true, files: [] })
  })

  test('every file of the manifest lies there, with its compressed forms', () => {
    for (const { file, type } of Object.values(assetFiles())) {
      const forms = type === 'font/woff2' ? [file] : [file, `${file}.br`, `${file}.gz`]
      for (const form of forms) expect(existsSync(join(DIST, form))).toBe(true)
    }
  })

  test('takes away what no build names, but not what another build is writing', async () => {
    writeFileSync(join(DIST, 'left-over.0.css'), '')
    writeFileSync(join(DIST, 'half-written.1.tmp'), '')
    await buildAssets({ force: true })
    expect(existsSync(join(DIST, 'left-over.0.css'))).toBe(false)
    expect(existsSync(join(DIST, 'half-written.1.tmp'))).toBe(true)
    rmSync(join(DIST, 'half-written.1.tmp'))
  })

  test('two builds at once do not disturb each other', async () => {
    await Promise.all([buildAssets({ force: true }), buildAssets({ force: true })])
    for (const { file } of Object.values(assetFiles())) expect(existsSync(join(DIST, file))).toBe(true)
  })

  test('stays small: what the first page needs, fonts aside', () => {
    const files = assetFiles()
    const bytes = (files['styles.css']?.br ?? Number.NaN) + (files['islands.js']?.br ?? Number.NaN)
    expect(bytes).toBeLessThan(20_000)
  })
})

describe('styles.css', () => {
  test('asks no foreign server for anything', () => {
    const urls = [...text('styles.css').matchAll(/url\(["']?([^"')]{1,9})/g)].map(match => match[1])
    expect(urls.length).toBeGreaterThan(10)
    expect(urls.filter(url => !url?.startsWith('/assets/') && !url?.startsWith('data:'))).toEqual([])
  })

  test('follows the system into dark colours without a script', () => {
    expect(text('styles.css')).toMatch(/@media \(prefers-color-scheme:dark\)\{:root\{/)
    expect(text('styles.css')).toMatch(/body\{--kern-color-layout-text-default-contextual:/)
  })

  test('loads the further letters only for pages that hold them', () => {
    expect(text('styles.css').match(/@font-face/g)).toHaveLength(4)
    expect(text('styles.css').match(/unicode-range/g)).toHaveLength(4)
    expect(text('styles.css').match(/font-display:swap/g)).toHaveLength(4)
  })
})

test('a rule of ours that would be lost stops the build', async () => {
  const own = '.th-nobody-uses-this { color: red } .th-page { color: red }'
  await expect(purge(own, own)).rejects.toThrow('no view uses: .th-nobody-uses-this')
  expect(await purge(own, '')).not.toContain('nobody')
})

test('both font parts together hold what names in Germany need, sharing only the plain letters', () => {
  const base = lettersOf(BASE_RANGES)
  const extended = lettersOf(NAME_RANGES)
  for (const letter of 'AZazÄÖÜäöüßẞéñ0–—„“‚‘…€§ ') expect(base).toContain(letter)
  for (const letter of 'ĀāČčĐđĞğŁłŞşŠšŽžẠạỨứ') expect(extended).toContain(letter)
  expect([...base].filter(letter => extended.includes(letter)).join('')).toMatch(/^[A-Z]{26}[a-z]{26}$/)
})
