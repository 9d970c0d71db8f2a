import { readFileSync } from 'node:fs'

export interface Load {
  readonly done: number
  readonly seconds: number
  readonly per_second: number
  /** CPU time of the measured process for each unit of work. */
  readonly cpu_ms: number
}

/**
 * Runs `work` by `clients` at once for `seconds`, and reads the CPU time that the server's process took.
 * @param work one unit, for example one journey; an error ends the measurement
 */
export async function applyLoad(
  options: { pid: number; clients: number; seconds: number },
  work: (client: number) => Promise<void>,
): Promise<Load> {
  const before_ms = cpuTime_ms(options.pid)
  const start = performance.now()
  const end = start + options.seconds * 1000
  let done = 0
  const client = async (number: number) => {
    while (performance.now() < end) {
      await work(number)
      done++
    }
  }
  await Promise.all(Array.from({ length: options.clients }, (_, number) => client(number)))
  const seconds = (performance.now() - start) / 1000
  return { done, seconds, per_second: done / seconds, cpu_ms: (cpuTime_ms(options.pid) - before_ms) / done }
}

/** User and system time of a process in ms (Linux: 100 ticks a second in /proc/<pid>/stat). */
function cpuTime_ms(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Resident memory in MB (10^6 bytes). */
export function memory_mb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kb) * 1024) / 1_000_000
}
