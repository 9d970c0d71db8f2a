/** When a German administrative decision counts as notified, and until when. See README.md. */
export {
  addDays,
  addMonths,
  asDay,
  berlinDay,
  type Day,
  daysBetween,
  type Instant,
  weekday,
} from './days.ts'
export { type LocalHoliday, type State, states } from './holiday-table.ts'
export { easterSunday, type Holiday, holidays, isHoliday, type Place } from './holidays.ts'
export type { Delivery, Notification, ProceduralLaw, Provision, Reading, Reason, Sending } from './model.ts'
export { notification } from './notification.ts'
export { type Length, type PeriodEnd, periodEnd } from './period.ts'
export { type MonthDay, type ProtectedPeriod, protectedPeriod } from './protected-period.ts'
export {
  type Address,
  type InstructionBlock,
  type RemedyInput,
  type RemedyInstruction,
  remedyInstruction,
} from './remedy-instruction.ts'
export {
  isLate,
  type RemedyPeriod,
  type RemedyPeriodInput,
  type RemedyWindow,
  remedyPeriod,
  remedyWindow,
} from './remedy-period.ts'
export { type Clock, type ClockInput, clock, type Pause } from './statutory-clock.ts'
export { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts'
