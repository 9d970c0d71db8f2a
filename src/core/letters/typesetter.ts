import { type ChildProcess, fork } from 'node:child_process'
import type { Order, Reply } from './order.ts'

export interface Typesetter {
  readonly pid: number | undefined
  /** Hands an order over and keeps this process alive until it rests again. */
  take(order: Order): void
  /** Lets this process end although the typesetter still lives. */
  rest(): void
  kill(): void
  /** Lets go of the process and waits until it has ended. */
  dismiss(): Promise<void>
}

interface Listener {
  onReply: (reply: Reply) => void
  /** The process ended, by whatever cause; comes once. */
  onEnd: () => void
}

/** Starts a process that sets letters (typst-child.ts). It ends with this one: it watches the channel. */
export function startTypesetter({ onReply, onEnd }: Listener): Typesetter {
  const child = fork(new URL('./typst-child.ts', import.meta.url), [], {
    // No settings and no secrets reach the typesetter.
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = Promise.withResolvers<void>()
  child.on('message', (reply: Reply) => onReply(reply))
  child.once('exit', () => ended.resolve())
  // A process that could not be started has no exit.
  child.once('error', () => ended.resolve())
  void ended.promise.then(onEnd)
  return {
    pid: child.pid,
    take(order) {
      child.ref()
      child.channel?.ref()
      // A process that died this very moment reports by its end.
      child.send(order, () => {})
    },
    rest() {
      child.unref()
      child.channel?.unref()
    },
    kill: () => void child.kill('SIGKILL'),
    async dismiss() {
      await leave(child, ended.promise)
    },
  }
}

/** A process that still computes after a second is not waited for. */
async function leave(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref()
  if (child.connected) child.disconnect()
  const patience = setTimeout(() => child.kill('SIGKILL'), 1_000)
  await ended
  clearTimeout(patience)
}
