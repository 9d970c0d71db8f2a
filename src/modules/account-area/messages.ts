import { defineMessages } from '#core/i18n/messages.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

export const messages = defineMessages({ de, 'de-leicht': deLeicht, en })

/** Speaks the words of the resident's area: `t('applications.title')`. */
export type Say = ReturnType<typeof messages.in>
