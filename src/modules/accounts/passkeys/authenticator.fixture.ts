import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Buffer | Map<Cbor, Cbor>

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(pair => pair.map(cbor))])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size)
  if (size < 256) return Buffer.of((major << 5) | 24, size)
  return Buffer.of((major << 5) | 25, size >> 8, size & 255)
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const b64 = (data: Buffer) => data.toString('base64url')

const flag = { present: 1, verified: 4, attested: 64 } as const

/** How an answer may be falsified. */
export interface Falsified {
  readonly origin?: string
  readonly challenge?: string
  readonly type?: string
  readonly rpId?: string
  readonly unverified?: boolean
  readonly signedWith?: KeyObject
}

/** A security key in software: P-256, ES256, no attestation, one credential (WebAuthn Level 3 § 6). */
export class Authenticator {
  readonly id: Buffer = randomBytes(32)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #origin: string
  #handle = Buffer.alloc(0)
  counter = 0

  constructor(origin: string) {
    this.#origin = origin
  }

  /** What `navigator.credentials.create()` gives, as JSON. */
  create(
    options: { challenge: string; rp: { id?: string }; user: { id: string } },
    falsified: Falsified = {},
  ) {
    this.#handle = Buffer.from(options.user.id, 'base64url')
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const publicKey = cbor(
      new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]),
    )
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, publicKey])
    const data = Buffer.concat([this.#data(options.rp.id!, flag.attested, falsified), attested])
    const attestation = new Map<Cbor, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ])
    return JSON.stringify({
      ...this.#named(),
      response: {
        clientDataJSON: b64(this.#client('webauthn.create', options.challenge, falsified)),
        attestationObject: b64(cbor(attestation)),
        transports: ['internal'],
      },
    })
  }

  /** What `navigator.credentials.get()` gives, as JSON. */
  get(options: { challenge: string; rpId?: string }, falsified: Falsified = {}) {
    this.counter++
    const client = this.#client('webauthn.get', options.challenge, falsified)
    const data = this.#data(options.rpId!, 0, falsified)
    const key = falsified.signedWith ?? this.#keys.privateKey
    return JSON.stringify({
      ...this.#named(),
      response: {
        clientDataJSON: b64(client),
        authenticatorData: b64(data),
        signature: b64(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
        userHandle: b64(this.#handle),
      },
    })
  }

  #named() {
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {} }
  }

  #client(type: string, challenge: string, falsified: Falsified): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false, ...only(falsified) }),
    )
  }

  #data(rpId: string, more: number, { rpId: other, unverified }: Falsified): Buffer {
    const flags = flag.present | (unverified ? 0 : flag.verified) | more
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(other ?? rpId), Buffer.of(flags), counter])
  }
}

const only = ({ origin, challenge, type }: Falsified) => ({
  ...(origin && { origin }),
  ...(challenge && { challenge }),
  ...(type && { type }),
})
