import type { AnyPage } from '#core/http/page.ts'
import { signOutPages } from './sessions/sign-out.page.tsx'
import { signInPage, submitSignIn } from './sign-in/sign-in.page.tsx'
import { staffSignInPage, submitStaffSignIn } from './staff/staff-sign-in.page.tsx'

export const pages: readonly AnyPage[] = [
  signInPage,
  submitSignIn,
  ...signOutPages,
  staffSignInPage,
  submitStaffSignIn,
]
