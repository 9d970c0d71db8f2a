import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The processes of a catalogue folder, read once. @example processesIn('catalogue/processes').read('permit') */
export function processesIn(folder: string): { read(name: string): Promise<string> } {
  const texts = new Map<string, Promise<string>>()
  return {
    read(name) {
      if (!/^[a-z][a-z0-9-]*$/.test(name))
        return Promise.reject(new Error(`not the name of a process: ${name}`))
      const text = texts.get(name) ?? readFile(path.join(folder, `${name}.bpmn`), 'utf8')
      texts.set(name, text)
      text.catch(() => texts.delete(name))
      return text
    },
  }
}
