import { z } from 'zod'
import { CommandRefusal } from '#core/errors.ts'

const path = z.string().min(1)
const flag = z.enum(['true', 'false']).transform(value => value === 'true')

/** Everything that may be set, in one place; docs/operator.md lists the same names (a test compares). */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: path.default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_APP_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  MASTER_KEY: z
    .base64()
    .refine(value => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Torhaus <no-reply@localhost>'),
  TILE_URL: z
    .string()
    .regex(/^https?:\/\/[^{]+.*\{z\}.*\{x\}.*\{y\}/, 'must hold {z}, {x} and {y}')
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:|tel:)\S+$/, 'must begin with mailto:, https: or tel:')
    .optional(),
  WORKER: z.enum(['spawn', 'none']).default('spawn'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly secure: boolean
  readonly dataDir: string
  /** The owner of the schema; absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined
  /** Another login for the application; otherwise the owner's, which gives up its rights as the connection starts. */
  readonly databaseAppUrl: string | undefined
  /** Absent only in the demo, which makes one in DATA_DIR at its first start. */
  readonly masterKey: Buffer | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly tileUrl: string | undefined
  /** How many proxies stand in front: only what they add to X-Forwarded-For is believed. */
  readonly trustProxy: number
  readonly demo: boolean
  readonly logLevel: string
  /** Opens /metrics to whoever has it; absent: only this machine reads them. */
  readonly metricsToken: string | undefined
  /** For /.well-known/security.txt; absent: the towns' own addresses. */
  readonly securityContact: string | undefined
  readonly worker: 'spawn' | 'none'
}

/** All faults at once, each with the name of its setting. */
export class ConfigError extends CommandRefusal {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`Settings are wrong:\n${faults.map(fault => `  ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Reads the settings. Without BASE_URL Torhaus is a demo on this machine; with it, a real installation
 * that refuses to start without its own secrets.
 * @throws ConfigError naming every fault
 * @example const config = readConfig(process.env)
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const named = Object.fromEntries(
    Object.keys(settings.shape).map(name => [name, environment[name] || undefined]),
  )
  const parsed = settings.safeParse(named)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`))
  const set = parsed.data
  const demo = set.DEMO ?? set.BASE_URL === undefined
  const faults = demo ? demoFaults(set) : productionFaults(set)
  if (faults.length > 0) throw new ConfigError(faults)
  const baseUrl = set.BASE_URL ?? `http://${set.HOST}:${set.PORT}`
  return Object.freeze({
    port: set.PORT,
    host: set.HOST,
    baseUrl: baseUrl.replace(/\/$/, ''),
    secure: baseUrl.startsWith('https:'),
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL,
    databaseAppUrl: set.DATABASE_APP_URL,
    masterKey: set.MASTER_KEY ? Buffer.from(set.MASTER_KEY, 'base64') : undefined,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    tileUrl: set.TILE_URL,
    trustProxy: set.TRUST_PROXY,
    demo,
    logLevel: set.LOG_LEVEL,
    metricsToken: set.METRICS_TOKEN,
    securityContact: set.SECURITY_CONTACT,
    worker: set.WORKER,
  })
}

type Settings = z.output<typeof settings>

/** The demo has logins that everyone knows: it stays on this machine. */
function demoFaults(set: Settings): string[] {
  const faults: string[] = []
  if (!loopback.has(set.HOST))
    faults.push(
      'HOST: the demo listens only on this machine (127.0.0.1); set DEMO=false for a real installation',
    )
  const host = set.BASE_URL ? new URL(set.BASE_URL).hostname : set.HOST
  if (!loopback.has(host))
    faults.push('BASE_URL: the demo has only a loopback address; set DEMO=false for a real installation')
  return faults
}

function productionFaults(set: Settings): string[] {
  const faults: string[] = []
  if (!set.BASE_URL)
    faults.push('BASE_URL: missing; the address that residents type, for example https://service.example.de')
  else if (!set.BASE_URL.startsWith('https:')) faults.push('BASE_URL: must begin with https://')
  if (!set.MASTER_KEY) faults.push('MASTER_KEY: missing; make one with: openssl rand -base64 32')
  if (!set.SMTP_URL) faults.push('SMTP_URL: missing; for example smtps://user:password@mail.example.de')
  if (set.MAIL_FROM.includes('@localhost'))
    faults.push('MAIL_FROM: missing; the sender address of your mails')
  return faults
}
