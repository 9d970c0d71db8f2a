import { createLog } from '#core/log/log.ts'
import { readConfig } from './config.ts'
import { openRuntime } from './runtime.ts'

export async function migrateCommand(): Promise<number> {
  const config = readConfig(process.env)
  const runtime = await openRuntime(config, createLog(config.logLevel))
  await runtime.stop()
  return 0
}
