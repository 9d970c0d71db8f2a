import { describe, expect, test } from 'vitest'
import { drawn } from '../drawing.fixture.ts'
import { explainFault, type FaultCode } from '../fault.ts'
import { messages } from '../messages.ts'
import { checkProcess, type Vocabulary } from './check-process.ts'

async function faults(lines: string, vocabulary?: Vocabulary): Promise<string[]> {
  return checkProcess(await drawn(lines), vocabulary).map(fault => `${fault.code} ${fault.element}`)
}

/** One broken drawing a fault, as small as it gets. */
const broken: [FaultCode, element: string, lines: string, Vocabulary?][] = [
  ['start-missing', 'p', 'task a\n end e\n a -> e'],
  ['several-starts', 't', 'start s\n start t\n end e\n s -> e\n t -> e'],
  ['end-missing', 'p', 'start s\n task a\n s -> a'],
  ['dead-end', 'a', 'start s\n xor g\n task a\n end e\n s -> g\n g -> a : x\n g -> e else'],
  ['unreachable', 'b', 'start s\n end e\n task b\n s -> e\n b -> e'],
  ['role-missing', 'a', 'start s\n task a {torhaus:role=""}\n end e\n s -> a\n a -> e'],
  ['role-unknown', 'a', 'start s\n task a\n end e\n s -> a\n a -> e', { roles: new Set(['supervisor']) }],
  ['effect-missing', 'a', 'start s\n effect-nameless a\n end e\n s -> a\n a -> e'],
  ['effect-unknown', 'a', 'start s\n effect a\n end e\n s -> a\n a -> e', { effects: new Set(['b']) }],
  ['message-missing', 'a', 'start s\n receive-nameless a\n end e\n s -> a\n a -> e'],
  ['timer-missing', 'a', 'start s\n timer-nameless a\n end e\n s -> a\n a -> e'],
  ['outcome-unknown', 'a', 'start s\n task a {torhaus:decides="ja"}\n end e\n s -> a\n a -> e'],
  ['other-person-unknown', 'a', 'start s\n task a {torhaus:notBy="b"}\n end e\n s -> a\n a -> e'],
  ['gateway-open', 'g', 'start s\n xor g\n task a\n end e\n s -> g\n g -> a : x\n g -> e : y\n a -> e'],
  ['gateway-open', 'g', 'start s\n xor g\n task a\n end e\n s -> g\n g -> a\n g -> e\n a -> e'],
  ['gateway-open', 'g', 'start s\n or g\n task a\n end e\n s -> g\n g -> a : x\n g -> e : y\n a -> e'],
  [
    'gateway-pointless',
    'g',
    'start s\n and g\n task a\n end e\n end e2\n s -> g\n g -> a : x\n g -> e\n a -> e2',
  ],
  [
    'event-gateway-target',
    'g',
    'start s\n race g\n task a\n timer t\n end e\n s -> g\n g -> a\n g -> t\n a -> e\n t -> e',
  ],
  [
    'decision-without-notice',
    'a',
    'start s\n task a {torhaus:outcomes="ja" torhaus:decides="ja"}\n end e\n s -> a\n a -> e',
  ],
  [
    'stuck',
    'j',
    'start s\n xor g\n task a\n task b\n and j\n end e\n s -> g\n g -> a : x\n g -> b else\n a -> j\n b -> j\n j -> e',
  ],
  [
    'stuck',
    'g',
    'start s\n task a {torhaus:outcomes="ja nein"}\n xor g\n task b\n end e\n s -> a\n a -> g\n g -> b : outcome = "ja"\n b -> e',
  ],
  [
    'doubled',
    'c',
    'start s\n and f\n task a\n task b\n task c\n end e\n s -> f\n f -> a\n f -> b\n a -> c\n b -> c\n c -> e',
  ],
  ['no-way-to-end', 'a', 'start s\n xor g\n task a\n end e\n s -> g\n g -> a : x\n g -> e else\n a -> a'],
  [
    'never-reached',
    'b',
    'start s\n task a {torhaus:outcomes="ja"}\n xor g\n task b\n end e\n s -> a\n a -> g\n g -> b : outcome = "nein"\n g -> e else\n b -> e',
  ],
  ['endless-loop', 'g', 'start s\n xor f\n xor g\n end e\n s -> f\n f -> g\n g -> f : x\n g -> e else'],
]

describe('one broken drawing for each fault', () => {
  test.each(broken)('%s at %s', async (code, element, lines, vocabulary) => {
    expect(await faults(lines, vocabulary)).toContain(`${code} ${element}`)
  })
})

describe('sound drawings pass', () => {
  test.each([
    ['a straight line', 'start s\n task a\n end e\n s -> a\n a -> e'],
    [
      'two ways in parallel, joined',
      'start s\n and f\n task a\n task b\n and j\n end e\n s -> f\n f -> a\n f -> b\n a -> j\n b -> j\n j -> e',
    ],
    [
      'some of many ways, joined',
      'start s\n or f\n task a\n task b\n task c\n or j\n end e\n s -> f\n f -> a : x\n f -> b : y\n f -> c else\n a -> j\n b -> j\n c -> j\n j -> e',
    ],
    [
      'a condition and its opposite',
      'start s\n xor g\n task a\n end e\n s -> g\n g -> a : x > 3\n g -> e : not(x > 3)\n a -> e',
    ],
    [
      'a reminder beside the work, in a loop',
      `start s\n task a {torhaus:outcomes="fertig offen"}\n beside-timer t @a\n effect x\n end r\n xor g\n end e
      s -> a\n a -> g\n t -> x\n x -> r\n g -> a : outcome = "offen"\n g -> e : outcome = "fertig"`,
    ],
    [
      'a sub-process with a way out',
      'start s\n sub u {\n start s1\n task a\n end e1\n s1 -> a\n a -> e1\n }\n on-timer t @u\n end e\n end e2\n s -> u\n u -> e\n t -> e2',
    ],
    [
      'a process without names for its outcomes',
      'start s\n xor g\n task a\n task b\n end e\n s -> g\n g -> a : channel = "post"\n g -> b else\n a -> e\n b -> e',
    ],
  ])('%s', async (_, lines) => {
    expect(await faults(lines)).toEqual([])
  })
})

test('a drawing too wide to walk through is refused instead of passed', async () => {
  const gates = Array.from({ length: 14 }, (_, index) => index)
  const lines = gates.map(
    index => `xor g${index}\n pass p${index}\n g${index} -> p${index} : c${index}
    g${index} -> g${index + 1} else\n p${index} -> g${index + 1}`,
  )
  expect(await faults(`start s\n s -> g0\n ${lines.join('\n')}\n xor g14\n end e\n g14 -> e`)).toEqual([
    'too-many-states p',
  ])
})

test('the chance to abort does not excuse a dead end', async () => {
  const lines = `start s\n xor g\n task a\n task b\n and j\n end e\n s -> g\n g -> a : x\n g -> b else\n a -> j\n b -> j\n j -> e
    event-sub w {\n start-message m\n effect c\n end e1\n m -> c\n c -> e1\n }`
  expect(await faults(lines)).toEqual(['stuck j'])
})

describe('a decision and its notice', () => {
  const lines = (
    after: string,
  ) => `start s\n task a {torhaus:outcomes="ja zurück" torhaus:decides="ja"}\n xor g
    effect n {torhaus:effect="provide-notice"}\n task b\n end e\n end e2\n s -> a\n a -> g\n n -> e\n b -> e2\n ${after}`

  test('the outcome that does not decide may end without one', async () => {
    expect(await faults(lines('g -> n : outcome = "ja"\n g -> b : outcome = "zurück"'))).toEqual([])
  })

  test('a way around the notice is found', async () => {
    const around = 'xor h\n g -> h : outcome = "ja"\n g -> b : outcome = "zurück"\n h -> n : x\n h -> b else'
    expect(await faults(lines(around))).toEqual(['decision-without-notice a'])
  })
})

test('every fault has its sentence in every language, with the name in it', async () => {
  for (const language of Object.keys(messages)) {
    for (const [code] of broken) {
      const sentence = explainFault({ code, element: 'x', name: 'Antrag prüfen', detail: 'Y' }, language)
      expect(sentence, `${language} ${code}`).toMatch(/Antrag prüfen/)
    }
    expect(Object.keys(messages[language] ?? {}).sort()).toEqual(Object.keys(messages.de ?? {}).sort())
  }
})
