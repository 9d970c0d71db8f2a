// The form-flow engine: pure, without HTTP, database, files or clock.
//
//     const compiled = compileFlow(form, library)              once per package version
//     const open = openFlow(flow, answers, context)            at every request
//     const read = readForm(flow, pageId, { raw, context })    at every post

export type * from './answers.ts'
export { type Compiled, compileFlow } from './compile/compile-flow.ts'
export { type FlowFault, faultText, hasFaultText } from './compile/faults.ts'
export { type DescribedSection, describe, describeOpen, type Entry, itemTitle } from './describe.ts'
export { type Analysis, analyseFeel, type Names } from './feel/analyse.ts'
export { closest } from './feel/closest.ts'
export { compileExpression } from './feel/expression.ts'
export type { Lookup, Program } from './feel/program.ts'
export { ANY, BOOLEAN, contextOf, DATE, listOf, NUMBER, type Shape, TEXT } from './feel/shape.ts'
export { type Filling, fillText } from './fill-text.ts'
export type * from './format.ts'
export { LANGS } from './format.ts'
export { uploadLimits } from './kinds/upload.ts'
export type { CompiledField, CompiledPage, Flow } from './model.ts'
export { errorText } from './open/error-text.ts'
export { openFlow } from './open/open-flow.ts'
export type {
  FieldError,
  FieldState,
  FlowContext,
  ItemState,
  OpenFlow,
  OptionState,
  PageState,
  Progress,
} from './open/state.ts'
export { type FormContext, type ReadForm, readForm } from './read-form.ts'
export { findItem, type ItemAddress, readItem, removeItem } from './read-item.ts'
export { showFields, showPage } from './show-page.ts'
