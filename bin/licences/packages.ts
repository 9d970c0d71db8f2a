export interface Package {
  readonly name: string
  readonly version: string
  /** An SPDX expression, or '' where the package names none. */
  readonly licence: string
}

interface Entry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

// Looked at one by one: all may be passed on together with a work under EUPL-1.2. LGPL parts (libvips)
// are separate libraries that anybody may exchange; MPL-2.0 is in the EUPL's own list of compatible ones.
const ALLOWED = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', 'Zlib'],
  ...['PSF-2.0', 'Python-2.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'EUPL-1.2', 'CC-BY-3.0'],
]

/** What is installed to run Torhaus, without the tools that only build and test it. */
export function listPackages(lockfile: string): Package[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Entry> }
  const used = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.dev !== true)
  const found = used.map(([path, { version = '', license = '' }]) => {
    return { name: path.replace(/^.*node_modules\//, ''), version, licence: license.replace(/[()]/g, '') }
  })
  const once = new Map(found.map(item => [`${item.name}@${item.version}`, item]))
  return [...once.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** Packages with a licence nobody has looked at. Of alternatives (OR) one allowed licence is enough. */
export function unknownLicences(packages: readonly Package[]): Package[] {
  return packages.filter(({ licence }) => !licence.split(' OR ').some(isAllowed))
}

function isAllowed(licence: string): boolean {
  return licence.split(' AND ').every(part => ALLOWED.includes(part))
}

// By code point, so that the list is the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
