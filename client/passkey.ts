// Linked only by pages that offer passkeys. Without it they offer the password alone.
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

interface Offer {
  challenge: string
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) offerPasskey(place)

function offerPasskey(place: HTMLElement): void {
  const offer = place.querySelector<HTMLElement>('[data-offer]')
  const form = offer?.querySelector('form')
  if (!offer || !form || !browserSupportsWebAuthn()) return
  offer.hidden = false
  place.querySelector('[data-missing]')?.remove()
  // While capturing, so that the island which holds back second clicks sees that nothing was sent yet.
  form.addEventListener('submit', event => void ask(event), { capture: true })

  async function ask(event: Event): Promise<void> {
    event.preventDefault()
    say('')
    try {
      const { challenge, options } = await fetchOffer()
      const credential =
        place.dataset.purpose === 'add'
          ? await startRegistration({ optionsJSON: options })
          : await startAuthentication({ optionsJSON: options })
      fill('challenge', challenge)
      fill('response', JSON.stringify(credential))
      form!.submit()
    } catch (cause) {
      say(wordsFor(cause))
    }
  }

  async function fetchOffer(): Promise<Offer> {
    const answer = await fetch(place.dataset.challenge ?? '')
    if (!answer.ok) throw new Error(`the challenge was answered with ${answer.status}`)
    return answer.json() as Promise<Offer>
  }

  function wordsFor(cause: unknown): string {
    const name = cause instanceof Error ? cause.name : ''
    // People who close the browser's window are told nothing worse than that.
    if (name === 'NotAllowedError' || name === 'AbortError') return place.dataset.cancelled ?? ''
    return (name === 'InvalidStateError' ? place.dataset.known : place.dataset.failed) ?? ''
  }

  function fill(name: string, value: string): void {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }

  function say(text: string): void {
    const note = place.querySelector('[data-note]')
    if (note) note.textContent = text
  }
}
