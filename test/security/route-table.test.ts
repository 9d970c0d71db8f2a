import { afterAll, beforeAll } from 'vitest'
import { canarySuite } from './suites/canary.suite.ts'
import { formsSuite } from './suites/forms.suite.ts'
import { matrixSuite } from './suites/matrix.suite.ts'
import { type Furnished, furnish } from './world/furnish.ts'

let furnished: Furnished
const there = () => furnished

// Building this world and walking through it takes longer than any of the suites.
beforeAll(async () => {
  furnished = await furnish()
}, 240_000)
afterAll(() => furnished?.world.stop())

canarySuite(there)
matrixSuite(there)
formsSuite(there)
