import { languages, type Text } from '#core/i18n/languages.ts'
import { fillText } from '#flow/index.ts'
import { type CheckedItem, type CheckSurroundings, checkLookup } from './check-scope.ts'

/** The reason of an automatic result, with its placeholders written readably in every language. */
export function fillBecause(text: Text, around: CheckSurroundings, item?: CheckedItem): Text {
  const filled = languages.map(lang => [lang, fill(text, { around, item, lang })] as const)
  return Object.fromEntries(filled) as unknown as Text
}

interface Filling {
  readonly around: CheckSurroundings
  readonly item: CheckedItem | undefined
  readonly lang: (typeof languages)[number]
}

function fill(text: Text, { around, item, lang }: Filling): string {
  const { flow, open } = around
  const group = item && flow.fieldById.get(item.each.of)
  if (!item || !group) return fillText(text, { flow, open, lang })
  const fields = new Set(group.items.map(field => field.id))
  const prefix = `${item.each.as}.`
  // "{tree.species}" is a question of the item and told as such; "{tree.girth_cm}" was computed.
  const sentence = text[lang].replaceAll(/\{([\w.]+)\}/g, (whole, name: string) =>
    name.startsWith(prefix) && fields.has(name.slice(prefix.length))
      ? `{${name.slice(prefix.length)}}`
      : whole,
  )
  const lookup = checkLookup(around, item)
  const answers = open.answers[item.each.of]
  return fillText(
    { ...text, [lang]: sentence },
    {
      flow,
      lang,
      open: {
        answers: open.answers,
        lookup: name => (name.startsWith(prefix) ? item.context[name.slice(prefix.length)] : lookup(name)),
      },
      item: {
        group,
        index: item.index,
        values: (Array.isArray(answers) ? answers[item.index] : {}) as Record<string, unknown>,
      },
    },
  )
}
