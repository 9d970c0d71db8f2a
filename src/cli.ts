import { CommandRefusal } from '#core/errors.ts'

/** Commands are loaded when they are called: `torhaus check` starts no database driver. */
const commands: Readonly<
  Record<string, { about: string; load: () => Promise<(args: string[]) => Promise<number>> }>
> = {
  start: {
    about: 'starts the portal (and its database, if DATABASE_URL is not set)',
    load: async () => (await import('./main.ts')).startCommand,
  },
  worker: {
    about: 'runs jobs only, for installations with several machines',
    load: async () => (await import('./worker.ts')).workerCommand,
  },
  migrate: {
    about: 'brings the database to the newest schema',
    load: async () => (await import('./migrate-command.ts')).migrateCommand,
  },
  seed: {
    about: 'brings a region (regions/<name>) into the database',
    load: async () => (await import('./seed-command.ts')).seedCommand,
  },
  check: {
    about: 'checks service packages; --json for machines',
    load: async () => (await import('#modules/catalogue/index.ts')).checkCommand,
  },
}

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : commands[name]
if (!command) {
  const lines = Object.entries(commands).map(([key, { about }]) => `  ${key.padEnd(10)} ${about}`)
  console.log(`torhaus <command>\n\n${lines.join('\n')}`)
  process.exit(name === undefined || name === '--help' ? 0 : 2)
}

try {
  const run = await command.load()
  process.exitCode = await run(args)
  // The channel to a parent process would keep this one alive.
  if (process.connected) process.disconnect()
} catch (cause) {
  if (!(cause instanceof CommandRefusal)) throw cause
  console.error(cause.message)
  process.exitCode = 2
}
