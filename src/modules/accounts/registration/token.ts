import { z } from 'zod'

/** 32 bytes in base64url, as mailed links carry them. Anything else is no address of ours. */
export const tokenParams = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) })
