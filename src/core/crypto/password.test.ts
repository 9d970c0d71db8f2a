import { expect, test } from 'vitest'
import { checkPassword, hashPassword } from './password.ts'

test('accepts the password and nothing near it', async () => {
  const hash = await hashPassword('Kiefer am Rathaus 14')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await checkPassword('Kiefer am Rathaus 14', hash)).toBe(true)
  expect(await checkPassword('kiefer am Rathaus 14', hash)).toBe(false)
  expect(await checkPassword('', hash)).toBe(false)
})
test('takes composed and decomposed letters for the same', async () => {
  const hash = await hashPassword('Müllerstraße ü')
  expect(await checkPassword('Müllerstraße ü', hash)).toBe(true)
})
test('says no where there is no account, after the same work', async () => {
  expect(await checkPassword('anything', undefined)).toBe(false)
  expect(await checkPassword('anything', 'not a hash')).toBe(false)
})
