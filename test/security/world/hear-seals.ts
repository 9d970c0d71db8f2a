import type { Keyring, TenantKeys } from '#core/crypto/keyring.ts'

/** Everything that is sealed from now on, as it was before: the database itself shows only ciphertext. */
export function hearSeals(keyring: Keyring): string[] {
  const heard: string[] = []
  const open = keyring.of.bind(keyring)
  Object.assign(keyring, {
    of: async (...args: Parameters<Keyring['of']>) => hearing(await open(...args), heard),
    system: hearing(keyring.system, heard),
  })
  return heard
}

function hearing<Keys extends Pick<TenantKeys, 'seal' | 'sealJson'>>(keys: Keys, heard: string[]): Keys {
  return {
    ...keys,
    seal: (context: string, plain: Buffer) => {
      heard.push(plain.toString())
      return keys.seal(context, plain)
    },
    sealJson: (context: string, value: unknown) => {
      heard.push(JSON.stringify(value))
      return keys.sealJson(context, value)
    },
  }
}
