import { expect, test } from 'vitest'
import { quiet } from './fixture.ts'
import type { Server } from './server.ts'
import { supervise } from './supervise.ts'

function server(pid: number): Server & { die(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { pid, ended: promise, die: resolve, stop: async () => resolve() }
}

test('gives up after five deaths within a minute, with the number in its words', async () => {
  let starts = 0
  const dying = async () => {
    starts += 1
    const next = server(starts)
    next.die()
    return next
  }
  const reason = await supervise(await dying(), dying, quiet).ended
  expect(reason?.message).toContain('6 times')
  expect(starts).toBe(6)
})

test('a restart that fails ends the watch with its reason, and stop has nothing to do', async () => {
  const first = server(1)
  const watched = supervise(first, () => Promise.reject(new Error('disk full')), quiet)
  first.die()
  expect((await watched.ended)?.message).toBe('disk full')
  await watched.stop()
})

test('stop during a restart stops the new server too', async () => {
  const [first, second] = [server(1), server(2)]
  const restart = Promise.withResolvers<Server>()
  const watched = supervise(first, () => restart.promise, quiet)
  first.die()
  await first.ended
  await Promise.resolve()
  const stopped = watched.stop()
  restart.resolve(second)
  await stopped
  await second.ended
  expect(await watched.ended).toBeUndefined()
})
