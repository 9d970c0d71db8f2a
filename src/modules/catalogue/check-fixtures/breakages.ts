// One small breakage of the good catalogue for every fault that `torhaus check` knows.

export interface Breakage {
  readonly code: string
  readonly file: string
  /** This text … */
  readonly from: string
  /** … becomes this one. */
  readonly to: string
  readonly severity?: 'warning'
  /** A text on the line where the fault is told; default: `from`'s own line. */
  readonly at?: string
}

const FORM = 'sector/dog/form.yaml'
const SERVICE = 'sector/dog/service.yaml'
const CHECKS = 'sector/dog/checks.yaml'
const NOTICE = 'sector/dog/notices/granted.yaml'
const NOTICE_BLOCKS = 'sector/dog/notices/blocks.yaml'
const WALK = 'sector/dog/walks/guard-dog.yaml'
const PERSON = 'blocks/person.yaml'

const WHEN = 'when: kind = "guard"'
const LISTED = 'value: some d in dogs satisfies list contains(param.listed, d.breed)'
const KIND_LABEL = 'label: { de: Art, de-leicht: Art, en: Kind }'
const DE = '{ de: a, de-leicht: a, en: a }'

const inForm = (code: string, from: string, to: string): Breakage => ({ code, file: FORM, from, to })
const condition = (code: string, to: string) => inForm(code, WHEN, `when: ${to}`)

const EXPRESSIONS: readonly Breakage[] = [
  condition('feel_too_long', `kind = "guard"${' and kind = "guard"'.repeat(120)}`),
  condition('feel_syntax', 'kind ='),
  condition('feel_unknown_name', 'kindd = "guard"'),
  condition('feel_unknown_entry', 'param.taxx > 3'),
  condition('feel_no_entries', 'contact.name = "x"'),
  condition('feel_unknown_function', 'cuont(param.listed) > 1'),
  condition('feel_refused_function', 'matches(contact, "(a+)+$")'),
  condition('feel_unknown_option', 'kind = "gaurd"'),
  condition('feel_not_comparable', 'kind > 3'),
  condition('feel_not_boolean', 'param.tax_cents + 1'),
  condition('looks_ahead', 'count(dogs) > 1'),
  condition('never_shown', '1 > 2'),
  inForm('feel_function_definition', LISTED, 'value: function(x) x'),
  inForm('feel_cannot_calculate', LISTED, 'value: kind + param.tax_cents > 3'),
  inForm('feel_range', LISTED, 'value: some n in 1..5000 satisfies n = 3'),
  inForm(
    'feel_too_deep',
    LISTED,
    'value: some a in dogs satisfies some b in dogs satisfies some c in dogs satisfies some d in dogs satisfies true',
  ),
  {
    ...inForm('computed_circle', 'value: count(dogs) > 2', 'value: any_listed'),
    from: LISTED,
    to: 'value: many and any_listed',
  },
  { code: 'feel_unknown_name', file: SERVICE, from: 'when: count(dogs) > 1', to: 'when: count(cats) > 1' },
  { code: 'feel_unknown_name', file: SERVICE, from: 'suggest: any_listed', to: 'suggest: any_lusted' },
  { code: 'feel_unknown_name', file: SERVICE, from: 'email: contact', to: 'email: contract' },
  {
    code: 'feel_unknown_entry',
    file: SERVICE,
    from: 'fee: { cents: param.tax_cents',
    to: 'fee: { cents: param.tax_cent',
  },
  {
    code: 'feel_unknown_entry',
    file: SERVICE,
    from: 'de: "{param.tax_cents}"',
    to: 'de: "{param.tax_cent}"',
  },
  { code: 'feel_unknown_option', file: CHECKS, from: 'dog.breed != "beagle"', to: 'dog.breed != "bagel"' },
  { code: 'feel_unknown_entry', file: NOTICE, from: 'when: dog.breed', to: 'when: dog.breeed' },
  { code: 'feel_unknown_entry', file: NOTICE, from: 'item: "{dog.n}', to: 'item: "{dog.number}' },
  { code: 'feel_unknown_name', file: NOTICE, from: '{owner_family_name}', to: '{owner_familyname}' },
  { code: 'feel_unknown_name', file: NOTICE_BLOCKS, from: 'default: many', to: 'default: few' },
  { code: 'feel_unknown_name', file: PERSON, from: 'required: family_name', to: 'when: familyname' },
  { code: 'unknown_placeholder', file: NOTICE_BLOCKS, from: '|money', to: '|euros' },
]

const STRUCTURE: readonly Breakage[] = [
  inForm('unknown_block', 'use: person', 'use: persona'),
  inForm('unknown_block_field', 'with: { title:', 'with: { titel:'),
  {
    code: 'block_depth',
    file: PERSON,
    from: 'fields:\n',
    to: 'fields:\n  - { use: person, as: other }\n',
    at: '- { use: person, as: other }',
  },
  inForm('pattern', '"[A-Z]{2}[0-9]+"', '"(?=a)b"'),
  {
    ...inForm(
      'pattern_without_message',
      'pattern_message: { de: Zum Beispiel AB12, de-leicht: Zum Beispiel AB12, en: For example AB12 }',
      'hint: { de: a, de-leicht: a, en: a }',
    ),
    at: 'id: plate',
  },
  inForm('duplicate_id', 'id: plate', 'id: contact'),
  {
    ...inForm('duplicate_slug', 'slug: hunde', 'slug: ende'),
    at: 'slug: ende\n    section: dogs\n    title: { de: Schluss',
  },
  inForm('duplicate_option', 'value: pet', 'value: guard'),
  inForm('reserved_id', 'id: plate', 'id: count'),
  inForm('unknown_section', 'section: you\n    title: { de: Zu', 'section: yuo\n    title: { de: Zu'),
  {
    ...inForm('unused_section', 'sections:\n', `sections:\n  - { id: more, title: ${DE} }\n`),
    severity: 'warning',
    at: '- { id: more',
  },
  {
    ...inForm(
      'group_not_alone',
      'slug: hunde\n    section: dogs\n    title: { de: Hunde, de-leicht: Hunde, en: Dogs }\n    fields:\n',
      `slug: hunde\n    section: dogs\n    title: ${DE}\n    fields:\n      - { id: also, type: yesno, label: ${DE} }\n`,
    ),
    at: '      - id: dogs',
  },
  {
    ...inForm(
      'group_in_group',
      'type: choice\n            codelist: breeds',
      `type: group\n            item: ${DE}\n            fields: [{ id: x, type: yesno, label: ${DE} }]`,
    ),
    at: 'id: breed',
  },
  {
    ...inForm(
      'group_without_fields',
      `fields:\n          - id: breed\n            type: choice\n            codelist: breeds\n            label: { de: Rasse, de-leicht: Rasse, en: Breed }`,
      'fields: []',
    ),
    at: '      - id: dogs',
  },
  inForm('group_too_large', 'max: 5', 'max: 500'),
  inForm('limits_crossed', 'min_length: 2', 'min_length: 12'),
  { ...inForm('no_options', 'type: email', 'type: choice'), at: 'id: contact' },
  inForm('unknown_codelist', 'codelist: breeds', 'codelist: breds'),
  inForm('unknown_page', 'after: dogs', 'after: cats'),
  { ...inForm('missing_label', KIND_LABEL, 'as: radios'), at: 'id: kind' },
  {
    ...inForm(
      'missing_text',
      'text: { de: Alles stimmt., de-leicht: Alles stimmt., en: All is true. }',
      `label: ${DE}`,
    ),
    at: 'id: truth',
  },
  {
    ...inForm(
      'missing_item',
      'item: { de: "Hund {n}", de-leicht: "Hund {n}", en: "Dog {n}" }',
      `hint: ${DE}`,
    ),
    at: '      - id: dogs',
  },
  inForm('unknown_placeholder', 'Marke von {owner_family_name}', 'Marke von {owner_name}'),
  inForm(
    'missing_language',
    'de-leicht: Wach·hund, en: Guard dog }\n    fields',
    'de-leicht: " ", en: Guard dog }\n    fields',
  ),
  {
    code: 'personal_without_why',
    file: PERSON,
    from: 'why: { de: Für den Bescheid, de-leicht: Für den Brief, en: For the notice }',
    to: `hint: ${DE}`,
    severity: 'warning',
    at: 'id: family_name',
  },
  {
    ...inForm(
      'too_many_fields',
      '- id: kind',
      `${Array.from({ length: 8 }, (_, index) => `- { id: extra${index}, type: yesno, label: ${DE} }\n      `).join('')}- id: kind`,
    ),
    severity: 'warning',
    at: '- id: person',
  },
]

const FILES: readonly Breakage[] = [
  { ...inForm('yaml', 'sections:', 'sections: ['), at: '- { id: you' },
  inForm('unknown_key', 'required: false\n', 'requird: false\n'),
  { ...inForm('missing_key', '        type: email\n', ''), at: 'id: contact' },
  inForm('wrong_type', 'min_length: 2', 'min_length: two'),
  inForm('not_one_of', 'type: email', 'type: mail'),
  inForm('wrong_format', 'id: plate', 'id: Plate'),
  inForm('not_here', 'max_date: today', 'max_files: 3'),
  inForm('schema', 'min_length: 2', 'min_length: -2'),
  { code: 'folder_name', file: SERVICE, from: 'id: dog', to: 'id: dogs' },
  { code: 'file_name', file: PERSON, from: 'id: person', to: 'id: persons' },
  { code: 'file_name', file: WALK, from: 'name: guard-dog', to: 'name: guarddog' },
  { code: 'unknown_process', file: SERVICE, from: 'process: permit', to: 'process: prmit' },
  { code: 'unknown_notice', file: SERVICE, from: 'notices/granted.yaml', to: 'notices/grnted.yaml' },
  {
    code: 'outcome_without_decision',
    file: SERVICE,
    from: 'notices/granted.yaml',
    to: 'notices/grnted.yaml',
    severity: 'warning',
  },
  { code: 'parameter_without_default', file: SERVICE, from: 'default: 4800, ', to: '', at: '  tax_cents:' },
  {
    code: 'parameter_default',
    file: SERVICE,
    from: 'default: 4800',
    to: 'default: 48.5',
    at: '  tax_cents:',
  },
  {
    code: 'parameter_default',
    file: SERVICE,
    from: 'default: 4800',
    to: 'default: 100000',
    at: '  tax_cents:',
  },
  {
    code: 'unknown_group',
    file: CHECKS,
    from: 'group: all\n    question: { de: Ist',
    to: 'group: al\n    question: { de: Ist',
  },
  { code: 'unknown_outcome', file: CHECKS, from: 'outcomes: [granted]', to: 'outcomes: [grant]' },
  { code: 'unknown_field', file: CHECKS, from: 'evidence: [kind]', to: 'evidence: [kid]' },
  { code: 'duplicate_id', file: CHECKS, from: 'id: tax', to: 'id: breed' },
  { code: 'unknown_notice_block', file: NOTICE, from: '{ use: facts }', to: '{ use: facst }' },
  { code: 'unknown_notice_block', file: NOTICE, from: '{ use: salutation }', to: '{ use: hello }' },
]

const WALKS: readonly Breakage[] = [
  { code: 'unknown_outcome', file: WALK, from: 'outcome: granted', to: 'outcome: grant' },
  { code: 'unknown_walk_page', file: WALK, from: 'end: { truth', to: 'ende: { truth' },
  { code: 'walk_pages', file: WALK, from: '[person, guard, dogs, end]', to: '[person, dogs, end]' },
  {
    code: 'walk_incomplete',
    file: WALK,
    from: 'guard: { since: "2026-01-02" }',
    to: 'guard: { since: "2026-12-02" }',
  },
  { code: 'walk_eligibility', file: WALK, from: 'eligibility: []', to: 'eligibility: [free]' },
  { code: 'walk_computed', file: WALK, from: 'any_listed: true', to: 'any_listed: false' },
  {
    code: 'walk_dropped',
    file: WALK,
    from: 'kind: guard }',
    to: 'kind: guard, cat: Momo }',
    severity: 'warning',
  },
  {
    code: 'page_without_walk',
    file: WALK,
    from: 'kind: guard }\n  guard: { since: "2026-01-02" }',
    to: 'kind: pet }',
    severity: 'warning',
  },
]

export const BREAKAGES: readonly Breakage[] = [...EXPRESSIONS, ...STRUCTURE, ...FILES, ...WALKS]
