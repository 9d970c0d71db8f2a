import { z } from 'zod'

const base64url = z
  .string()
  .regex(/^[\w-]*={0,2}$/)
  .max(16_000)

/** What `navigator.credentials.get()` gave, as JSON (WebAuthn Level 3 § 5.1.8). The rest is the library's to check. */
const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
})

/** What `navigator.credentials.create()` gave. */
const attestation = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
})

export type Assertion = z.output<typeof assertion>
export type Attestation = z.output<typeof attestation>

export const readAssertion = (text: string): Assertion | undefined => read(assertion, text)
export const readAttestation = (text: string): Attestation | undefined => read(attestation, text)

function read<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
