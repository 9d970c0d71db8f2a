/** Addresses of this module's own pages; those in head and foot of every page are `urls` of the module tenants. */
export const accountUrls = {
  passkeySignIn: '/konto/anmelden/passkey',
  confirm: (token: string) => `/konto/bestaetigen/${token}`,
  forgottenPassword: '/konto/passwort-vergessen',
  newPassword: (token: string) => `/konto/passwort/${token}`,
  newEmail: (token: string) => `/konto/neue-adresse/${token}`,
  done: (what: Done) => `/konto/erledigt/${what}`,
  name: '/konto/daten/angaben',
  email: '/konto/daten/email',
  password: '/konto/daten/passwort',
  addPasskey: '/konto/daten/passkeys/neu',
  newPasskeyChallenge: '/konto/daten/passkeys/neu/anfrage',
  removePasskey: (id: string) => `/konto/daten/passkeys/${id}/entfernen`,
  sessions: '/konto/daten/anmeldungen',
  endSession: (hash: string) => `/konto/daten/anmeldungen/${hash}/ende`,
  endOthers: '/konto/daten/anmeldungen/andere/ende',
  remove: '/konto/daten/loeschen',
} as const

/** What was done: each has a page that says so and what comes next. */
export const doneThings = [
  'registrierung',
  'passwort-vergessen',
  'passwort',
  'neue-adresse',
  'geloescht',
] as const
export type Done = (typeof doneThings)[number]

/** What was just changed on the data page. */
export const changes = ['angaben', 'email', 'passwort', 'passkey', 'passkey-weg', 'anmeldungen'] as const
export type Change = (typeof changes)[number]

export const changed = (what: Change) => `/konto/daten?geaendert=${what}`
