import type { Rule, Violation } from '../project.ts'

const EMPTY_WORDS = /^(utils?|helpers?|common|misc|managers?)$/

/** Files and folders say what they hold, in kebab-case. */
export const fileNames: Rule = ({ sources }) =>
  sources.flatMap(({ path }): Violation[] => {
    const parts = path.replace(/(\.[a-z-]+)*\.tsx?$/, '').split('/')
    const empty = parts.flatMap(part => part.split('-')).find(word => EMPTY_WORDS.test(word))
    if (empty !== undefined) return [{ path, line: 1, words: `"${empty}" says nothing about what is inside` }]
    const odd = parts.find(part => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
    return odd === undefined ? [] : [{ path, line: 1, words: `"${odd}" is not kebab-case` }]
  })
