import type { Texts } from '../model.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

export const texts: Texts = { de, 'de-leicht': deLeicht, en }
