import type { AnyPage } from '#core/http/page.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { accountPage } from './own-data/account.page.ts'
import { dataPage } from './own-data/data.page.tsx'
import { emailPage, submitEmail } from './own-data/email.page.tsx'
import { namePage, submitName } from './own-data/name.page.tsx'
import { newEmailPage, submitNewEmail } from './own-data/new-email.page.tsx'
import { passwordPage, submitPassword } from './own-data/password.page.tsx'
import { removeAccountPage, submitRemoveAccount } from './own-data/remove-account.page.tsx'
import { addPasskeyPage, newPasskeyChallenge, submitAddPasskey } from './passkeys/add-passkey.page.tsx'
import { passkeyChallenge, submitPasskeySignIn } from './passkeys/passkey-sign-in.page.tsx'
import { removePasskeyPage, submitRemovePasskey } from './passkeys/remove-passkey.page.tsx'
import { forgottenPasswordPage, submitForgottenPassword } from './password/forgotten-password.page.tsx'
import { newPasswordPage, submitNewPassword } from './password/new-password.page.tsx'
import { answerRequest } from './registration/answer-request.job.ts'
import { confirmPage, submitConfirm } from './registration/confirm.page.tsx'
import { donePage } from './registration/done.page.tsx'
import { registerPage, submitRegister } from './registration/register.page.tsx'
import type { AccountServices } from './services.ts'
import { endOneSession, endOtherSessions, sessionsPage } from './sessions/sessions.page.tsx'
import { signOutPages } from './sessions/sign-out.page.tsx'
import { signInPage, submitSignIn } from './sign-in/sign-in.page.tsx'
import { staffSignInPage, submitStaffSignIn } from './staff/staff-sign-in.page.tsx'
import { tidyAccounts } from './tidy-accounts.job.ts'

/** Without an account yet, or on the way in and out. */
const doors: readonly AnyPage[] = [
  signInPage,
  submitSignIn,
  passkeyChallenge,
  submitPasskeySignIn,
  registerPage,
  submitRegister,
  confirmPage,
  submitConfirm,
  forgottenPasswordPage,
  submitForgottenPassword,
  newPasswordPage,
  submitNewPassword,
  newEmailPage,
  submitNewEmail,
  donePage,
  ...signOutPages,
  staffSignInPage,
  submitStaffSignIn,
]

/** What a resident governs herself. */
const ownData: readonly AnyPage[] = [
  accountPage,
  dataPage,
  namePage,
  submitName,
  emailPage,
  submitEmail,
  passwordPage,
  submitPassword,
  addPasskeyPage,
  newPasskeyChallenge,
  submitAddPasskey,
  removePasskeyPage,
  submitRemovePasskey,
  sessionsPage,
  endOtherSessions,
  endOneSession,
  removeAccountPage,
  submitRemoveAccount,
]

export const pages: readonly AnyPage[] = [...doors, ...ownData]

export const tasks: readonly Task<AccountServices>[] = [answerRequest, tidyAccounts]
