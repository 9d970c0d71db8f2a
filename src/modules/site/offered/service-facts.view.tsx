import type { Language } from '#core/i18n/languages.ts'
import { type Description, DescriptionList } from '#ui/index.ts'
import { messages } from '../messages.ts'
import { Sentences } from '../texts/running-text.tsx'
import type { OfferedService } from './offered-services.ts'

/** The box under the short answer: cost, duration, what is needed, who may apply, signing in. */
export function ServiceFacts({ offered, language }: { offered: OfferedService; language: Language }) {
  const t = messages.in(language)
  const { facts, trust_level, written_form } = offered.package.service
  const text = (words: string) => <Sentences text={words} language={language} />
  const items: Description[] = [
    { label: t('service.cost'), value: text(offered.say(facts.cost)) },
    { label: t('service.duration'), value: text(offered.say(facts.duration)) },
    ...(facts.documents?.length
      ? [
          {
            label: t('service.documents'),
            value: (
              <ul>
                {facts.documents.map(document => (
                  <li key={document.de}>{text(offered.say(document))}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    { label: t('service.who'), value: text(offered.say(facts.who)) },
    { label: t('service.sign_in'), value: text(t(`service.trust.${trust_level}`)) },
    ...(written_form ? [{ label: t('service.signature'), value: text(t('service.signature_needed')) }] : []),
  ]
  return (
    <section class="th-stack th-stack--small">
      <h2 class="th-hidden">{t('service.at_a_glance')}</h2>
      <DescriptionList boxed items={items} />
    </section>
  )
}
