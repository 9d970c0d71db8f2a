import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Runtime } from './runtime.ts'

const pause_ms = 1000

/** Runs the worker as a process of its own and brings it back when it dies; jobs it held are taken up again. */
export function keepWorker(
  runtime: Runtime,
  log: Logger,
): { stop(): Promise<void>; readonly pid: number | undefined } {
  let isStopping = false
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  const launch = () => {
    child = fork(path.join(import.meta.dirname, 'cli.ts'), ['worker'], {
      env: { ...process.env, DATABASE_URL: runtime.urls.owner, DATABASE_APP_URL: runtime.urls.app },
    })
    child.once('exit', code => {
      if (isStopping) return
      log.warn({ code }, 'worker ended, starting it again')
      timer = setTimeout(launch, pause_ms)
    })
  }
  launch()
  return {
    get pid() {
      return child?.pid
    },
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise(resolve => child?.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}
