/** Resolves when this process is asked to end: a signal, or the parent that started it is gone. */
export function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    if (!process.channel && process.send) resolve()
    if (process.send) process.once('disconnect', () => resolve())
  })
}
