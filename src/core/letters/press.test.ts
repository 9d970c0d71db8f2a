import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLetterPress, type LetterPress, type PressOptions, renderLetter, stopLetters } from './index.ts'
import { noticeExample } from './letters-example.ts'

let press: LetterPress
const start = (options?: PressOptions) => {
  press = createLetterPress(options)
  return press
}
afterEach(() => press?.stop())

const letter = () => press.render('notice', noticeExample)
const isPdf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1', 0, 5) === '%PDF-'

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('press', () => {
  it('starts no process before the first letter and one for all', async () => {
    start()
    expect(press.pid()).toBeUndefined()
    const pdfs = await Promise.all([letter(), letter(), letter()])
    expect(pdfs.every(isPdf)).toBe(true)
    const pid = press.pid()
    await letter()
    expect(press.pid()).toBe(pid)
  })

  it('sets the next letter after its process was killed at rest', async () => {
    start()
    await letter()
    const pid = press.pid()!
    process.kill(pid, 'SIGKILL')
    expect(isPdf(await letter())).toBe(true)
    expect(press.pid()).not.toBe(pid)
  })

  it('sets a letter again when its process was killed over it, and those that waited', async () => {
    start()
    await letter()
    const both = [letter(), letter()]
    process.kill(press.pid()!, 'SIGKILL')
    expect((await Promise.all(both)).every(isPdf)).toBe(true)
  })

  it('gives up a letter over which the process falls twice, and goes on', async () => {
    start()
    const doomed = letter()
    const answer = doomed.catch((fault: unknown) => fault)
    for (const _time of [1, 2]) {
      const pid = await vi.waitUntil(() => press.pid(), { interval: 5 })
      process.kill(pid, 'SIGKILL')
      await vi.waitUntil(() => press.pid() !== pid, { interval: 5 })
    }
    expect(await answer).toMatchObject({ name: 'LetterFault', code: 'crashed' })
    expect(isPdf(await letter())).toBe(true)
  })

  it('gives up a letter that hangs, ends its process and goes on', async () => {
    start({ timeout_ms: 4_000 })
    await letter()
    const pid = press.pid()!
    process.kill(pid, 'SIGSTOP')
    await expect(letter()).rejects.toMatchObject({ code: 'timeout' })
    await vi.waitUntil(() => !lives(pid))
    expect(isPdf(await letter())).toBe(true)
  })

  it('lets only so many wait', async () => {
    start({ limit: 2 })
    const held = [letter(), letter(), letter()]
    await expect(letter()).rejects.toMatchObject({ code: 'busy' })
    await Promise.all(held)
    await expect(letter()).resolves.toBeInstanceOf(Uint8Array)
  })

  it('ends its process when nothing comes, and starts it again', async () => {
    start({ idle_ms: 100 })
    await letter()
    const pid = press.pid()!
    await vi.waitUntil(() => press.pid() === undefined && !lives(pid))
    expect(isPdf(await letter())).toBe(true)
  })

  it('stops: what waits is told, the process is gone, nothing starts again', async () => {
    start()
    await letter()
    const pid = press.pid()!
    const waiting = [letter(), letter()].map(each => each.catch((fault: unknown) => fault))
    await pause(1)
    await press.stop()
    expect(lives(pid)).toBe(false)
    for (const fault of await Promise.all(waiting)) expect(fault).toMatchObject({ code: 'stopped' })
    await expect(letter()).rejects.toMatchObject({ code: 'stopped' })
  })
})

it('keeps one press for the whole process, which can be stopped and used again', async () => {
  expect(isPdf(await renderLetter('notice', noticeExample))).toBe(true)
  await stopLetters()
  expect(isPdf(await renderLetter('notice', noticeExample))).toBe(true)
  await stopLetters()
  await expect(stopLetters()).resolves.toBeUndefined()
})

describe('a program that uses the press', () => {
  const program = `
    import { createLetterPress } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    import { noticeExample } from ${JSON.stringify(new URL('./letters-example.ts', import.meta.url).href)}
    const press = createLetterPress()
    await press.render('notice', noticeExample)
    process.stdout.write(String(press.pid()))
  `
  const run = (after: string): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '--eval', program + after], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const pidFrom = async (child: ChildProcess) => Number(String((await once(child.stdout!, 'data'))[0]))

  it('can end while the press rests, and the press ends with it', async () => {
    const child = run('')
    const [pid, [code]] = await Promise.all([pidFrom(child), once(child, 'exit')])
    expect(code).toBe(0)
    await vi.waitUntil(() => !lives(pid), { timeout: 3_000 })
  })

  it('takes the press along when it is killed', async () => {
    const child = run('; setInterval(() => {}, 1000)')
    const pid = await pidFrom(child)
    expect(lives(pid)).toBe(true)
    child.kill('SIGKILL')
    await vi.waitUntil(() => !lives(pid), { timeout: 3_000 })
  })

  it('gives the press none of its settings', async () => {
    start()
    process.env.MASTER_KEY_OF_TEST = 'secret'
    await letter()
    delete process.env.MASTER_KEY_OF_TEST
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(`/proc/${press.pid()}/environ`, 'latin1')).not.toContain('MASTER_KEY_OF_TEST')
  })
})
