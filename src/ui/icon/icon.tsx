// Class names are written out, because the style sheet keeps only what it finds in the sources.
const ICONS = {
  account: 'kern-icon--account-circle',
  add: 'kern-icon--add',
  'arrow-back': 'kern-icon--arrow-back',
  'arrow-down': 'kern-icon--arrow-down',
  'arrow-forward': 'kern-icon--arrow-forward',
  'arrow-up': 'kern-icon--arrow-up',
  calendar: 'kern-icon--calendar-today',
  check: 'kern-icon--check',
  'chevron-left': 'kern-icon--chevron-left',
  'chevron-right': 'kern-icon--chevron-right',
  close: 'kern-icon--close',
  danger: 'kern-icon--danger',
  delete: 'kern-icon--delete',
  download: 'kern-icon--download',
  draft: 'kern-icon--draft',
  'easy-language': 'kern-icon--easy-language',
  edit: 'kern-icon--edit',
  external: 'kern-icon--open-in-new',
  help: 'kern-icon--help',
  home: 'kern-icon--home',
  info: 'kern-icon--info',
  logout: 'kern-icon--logout',
  mail: 'kern-icon--mail',
  search: 'kern-icon--search',
  'sign-language': 'kern-icon--sign-language',
  success: 'kern-icon--success',
  upload: 'kern-icon--drive-folder-upload',
  waiting: 'kern-icon--autorenew',
  warning: 'kern-icon--warning',
} as const

export type IconName = keyof typeof ICONS

const SIZES = {
  small: 'kern-icon kern-icon--small',
  default: 'kern-icon',
  large: 'kern-icon kern-icon--large',
  'x-large': 'kern-icon kern-icon--x-large',
} as const

export interface IconProps {
  name: IconName
  size?: keyof typeof SIZES | undefined
}

/** A picture beside words, never instead of them: screen readers do not meet it. */
export function Icon({ name, size = 'default' }: IconProps) {
  return <span class={`${SIZES[size]} ${ICONS[name]}`} aria-hidden="true" />
}

export const ICON_NAMES = Object.keys(ICONS) as IconName[]
