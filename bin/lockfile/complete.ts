interface Entry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Packages = Record<string, Entry>

const OS = [
  'linux',
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'openharmony',
  'sunos',
  'aix',
]
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** The lockfile with an entry for every optional package, and the names of those that were missing. */
export function completeLockfile(text: string): { added: string[]; text: string } {
  const lockfile = JSON.parse(text) as { packages: Packages }
  const missing = Object.entries(lockfile.packages).flatMap(([path, entry]) =>
    missingOf(path, entry, lockfile.packages),
  )
  if (missing.length === 0) return { added: [], text }
  const packages = { ...lockfile.packages, ...Object.fromEntries(missing) }
  // The order in which npm itself writes them.
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return {
    added: missing.map(([path]) => path.replace(/^.*node_modules\//, '')),
    text: `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  }
}

function missingOf(path: string, entry: Entry, packages: Packages): [string, Entry][] {
  const wanted = Object.entries(entry.optionalDependencies ?? {})
  return wanted
    .filter(([name]) => !isThere(name, path, packages))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, entry)])
}

// npm looks beside the package and then in every folder above it.
function isThere(name: string, path: string, packages: Packages): boolean {
  if (`${path}/node_modules/${name}`.replace(/^\//, '') in packages) return true
  return path !== '' && isThere(name, path.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), packages)
}

// The checksum is unknown: whoever installs on such a platform adds it by locking anew over there.
function entryFor(name: string, version: string, { dev, license }: Entry): Entry {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: cannot be locked to the range ${version}`)
  const words = name.split(/[-/]/)
  const os = words.filter(word => OS.includes(word))
  const cpu = words.filter(word => CPU.includes(word) || word === 'armv7' || word === 'universal')
  if (os.length + cpu.length === 0) throw new Error(`${name}: its name tells no platform`)
  return {
    version,
    ...(cpu.length > 0 && cpu[0] !== 'universal'
      ? { cpu: cpu.map(word => word.replace('armv7', 'arm')) }
      : {}),
    ...(dev === true ? { dev } : {}),
    ...(words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') ? { libc: ['glibc'] } : {}),
    ...(license === undefined ? {} : { license }),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
}
