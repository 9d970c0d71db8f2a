import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const real = {
  BASE_URL: 'https://service.leuna.example',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtps://mail.leuna.example',
  MAIL_FROM: 'Stadt Leuna <no-reply@leuna.example>',
  DATABASE_URL: 'postgres://torhaus@db.leuna.example/torhaus',
}
const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.faults
    throw cause
  }
  return []
}

describe('readConfig', () => {
  test('without settings is a demo on this machine', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      masterKey: undefined,
      secure: false,
    })
    expect(Object.isFrozen(config)).toBe(true)
  })
  test('with an address is a real installation', () => {
    expect(readConfig(real)).toMatchObject({
      demo: false,
      secure: true,
      baseUrl: 'https://service.leuna.example',
    })
  })
  test('lists all faults at once', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://a', TRUST_PROXY: 'maybe' })
    expect(faults.map(fault => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'TRUST_PROXY',
      'LOG_LEVEL',
    ])
  })
  test('refuses a real installation without its own secrets', () => {
    const faults = faultsOf({ BASE_URL: 'https://service.leuna.example' })
    expect(faults.map(fault => fault.split(':')[0])).toEqual(['MASTER_KEY', 'SMTP_URL', 'MAIL_FROM'])
  })
  test('refuses plain HTTP for a real installation', () => {
    expect(faultsOf({ ...real, BASE_URL: 'http://service.leuna.example' })).toHaveLength(1)
  })
  test('keeps the demo on this machine', () => {
    expect(faultsOf({ HOST: '0.0.0.0' })).toHaveLength(2)
    expect(faultsOf({ DEMO: 'true', BASE_URL: 'https://service.leuna.example' })).toHaveLength(1)
  })
  test('refuses a short key', () => {
    expect(faultsOf({ ...real, MASTER_KEY: 'c2hvcnQ=' })[0]).toMatch(/MASTER_KEY: must be 32 bytes/)
  })
})
