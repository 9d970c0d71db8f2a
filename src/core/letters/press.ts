import { LetterFault } from './errors.ts'
import type { Order, Reply } from './order.ts'
import { startTypesetter, type Typesetter } from './typesetter.ts'

export interface PressOptions {
  /** The longest a letter may take, start of the process included. */
  timeout_ms?: number | undefined
  /** After so long without a letter the process ends; the next letter starts it again. */
  idle_ms?: number | undefined
  /** How many letters may wait. */
  limit?: number | undefined
}

interface Job {
  order: Order
  resolve: (pdf: Uint8Array) => void
  reject: (fault: LetterFault) => void
  /** A crash may have come from outside; the same letter gets one more try. */
  tries: number
}

/** Sets letters one after the other in a process of its own, which is started anew whenever it falls. */
export class Press {
  readonly #timeout_ms: number
  readonly #idle_ms: number
  readonly #limit: number
  readonly #waiting: Job[] = []
  #current: Job | undefined
  #setter: Typesetter | undefined
  #timer: NodeJS.Timeout | undefined
  #lastId = 0
  #stopped = false

  constructor({ timeout_ms = 20_000, idle_ms = 180_000, limit = 200 }: PressOptions = {}) {
    this.#timeout_ms = timeout_ms
    this.#idle_ms = idle_ms
    this.#limit = limit
  }

  /** The process that sets type, while there is one. */
  get pid(): number | undefined {
    return this.#setter?.pid
  }

  async print(order: Omit<Order, 'id'>): Promise<Uint8Array> {
    if (this.#stopped) throw new LetterFault('stopped')
    if (this.#waiting.length >= this.#limit) throw new LetterFault('busy')
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order: { ...order, id }, resolve, reject, tries: 1 })
      this.#next()
    })
  }

  /** Ends the process; what still waits is rejected with `stopped`. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    const left = [this.#current, ...this.#waiting.splice(0)]
    this.#current = undefined
    for (const job of left) job?.reject(new LetterFault('stopped'))
    await this.#release()?.dismiss()
  }

  #next(): void {
    if (this.#current) return
    clearTimeout(this.#timer)
    const job = this.#waiting.shift()
    if (!job) {
      this.#rest()
      return
    }
    this.#current = job
    this.#setter ??= this.#start()
    this.#timer = setTimeout(() => this.#late(), this.#timeout_ms)
    this.#setter.take(job.order)
  }

  #start(): Typesetter {
    const setter = startTypesetter({
      onReply: reply => this.#answered(reply),
      onEnd: () => {
        if (setter === this.#setter) this.#lost()
      },
    })
    return setter
  }

  #answered(reply: Reply): void {
    const job = this.#current
    // An answer to a letter that is given up already.
    if (!job || reply.id !== job.order.id) return
    this.#current = undefined
    if ('pdf' in reply) job.resolve(reply.pdf)
    else job.reject(new LetterFault('refused', reply.refused))
    this.#next()
  }

  /** The process is gone without an answer. */
  #lost(): void {
    this.#setter = undefined
    const job = this.#current
    this.#current = undefined
    if (job && job.tries > 1) job.reject(new LetterFault('crashed'))
    else if (job) this.#waiting.unshift({ ...job, tries: job.tries + 1 })
    this.#next()
  }

  #late(): void {
    const job = this.#current
    this.#current = undefined
    this.#release()?.kill()
    job?.reject(new LetterFault('timeout'))
    this.#next()
  }

  #rest(): void {
    const setter = this.#setter
    if (!setter) return
    setter.rest()
    this.#timer = setTimeout(() => void this.#release()?.dismiss(), this.#idle_ms).unref()
  }

  #release(): Typesetter | undefined {
    const setter = this.#setter
    this.#setter = undefined
    return setter
  }
}
