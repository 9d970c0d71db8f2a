import type { AnyPage } from '#core/http/page.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { forgottenPasswordPage, submitForgottenPassword } from './password/forgotten-password.page.tsx'
import { newPasswordPage, submitNewPassword } from './password/new-password.page.tsx'
import { answerRequest } from './registration/answer-request.job.ts'
import { confirmPage, submitConfirm } from './registration/confirm.page.tsx'
import { donePage } from './registration/done.page.tsx'
import { registerPage, submitRegister } from './registration/register.page.tsx'
import type { AccountServices } from './services.ts'
import { signOutPages } from './sessions/sign-out.page.tsx'
import { signInPage, submitSignIn } from './sign-in/sign-in.page.tsx'
import { staffSignInPage, submitStaffSignIn } from './staff/staff-sign-in.page.tsx'

export const pages: readonly AnyPage[] = [
  signInPage,
  submitSignIn,
  ...signOutPages,
  registerPage,
  submitRegister,
  confirmPage,
  submitConfirm,
  forgottenPasswordPage,
  submitForgottenPassword,
  newPasswordPage,
  submitNewPassword,
  donePage,
  staffSignInPage,
  submitStaffSignIn,
]

export const tasks: readonly Task<AccountServices>[] = [answerRequest]
