import type { Lang } from '#flow/index.ts'
import de from '#modules/applications/messages.de.json' with { type: 'json' }
import deLeicht from '#modules/applications/messages.de-leicht.json' with { type: 'json' }
import en from '#modules/applications/messages.en.json' with { type: 'json' }

const languages: Record<Lang, typeof de> = { de, 'de-leicht': deLeicht, en }

/** What stands on the buttons of the form. */
export function formWords(lang: Lang) {
  const words = languages[lang]
  const about = (text: string) => (item: string) => text.replace('{item}', item)
  return {
    next: words.continue,
    send: words['review.send'],
    begin: words['start.begin'],
    beginWithout: words['start.begin_without'],
    add: about(words['group.add']),
    save: about(words['item.save']),
  }
}
