import { type Rule, violation } from '../project.ts'

// Written in two halves, so that this file does not find itself.
const MARK = new RegExp(
  `\\b(${['TO', 'FIX'].map(start => `${start}${start === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`,
)

/** What is to be done later stands in a decision record, not in the code. */
export const unfinished: Rule = ({ sources }) =>
  sources.flatMap(source => {
    const found = MARK.exec(source.text)
    return found === null
      ? []
      : [violation(source, found.index, `${found[0]}: write a decision record instead`)]
  })
