/**
 * Sends a chosen file at once and shows how far it is. It posts the page's own form, as the "Hochladen"
 * button does, and takes the new list out of the page that comes back: the server needs no second way.
 */
export function sendUploads(upload: HTMLElement): void {
  const input = upload.querySelector<HTMLInputElement>('input[type="file"]')
  const form = input?.form
  if (!input || !form) return
  show(upload, '[data-upload-send]', false)
  input.addEventListener('change', () => {
    if (!input.files?.length) return
    problem(upload, '')
    if (isTooLarge(upload, input.files)) {
      problem(upload, upload.dataset.tooLarge ?? '')
      input.value = ''
      return
    }
    send(upload, form, input)
  })
}

function isTooLarge(upload: HTMLElement, files: FileList): boolean {
  const max = Number(upload.dataset.maxBytes ?? Number.POSITIVE_INFINITY)
  return [...files].some(file => file.size > max)
}

function send(upload: HTMLElement, form: HTMLFormElement, input: HTMLInputElement): void {
  const request = new XMLHttpRequest() // fetch cannot tell how much of a request has been sent
  request.open('POST', form.action)
  request.responseType = 'document'
  request.upload.addEventListener('progress', event => {
    if (event.lengthComputable) progress(upload, Math.round((100 * event.loaded) / event.total))
  })
  request.addEventListener('load', () => {
    const fresh = request.response as Document | null
    if (!takeOver(upload, fresh)) return fail()
    carryToken(form, fresh)
  })
  request.addEventListener('error', fail)
  request.addEventListener('timeout', fail)
  progress(upload, 0)
  show(upload, '[data-upload-progress]', true)
  request.send(onlyThis(form, input))

  function fail(): void {
    show(upload, '[data-upload-progress]', false)
    problem(upload, upload.dataset.failed ?? '')
    input.value = ''
  }
}

function onlyThis(form: HTMLFormElement, input: HTMLInputElement): FormData {
  const fields = new FormData(form)
  for (const other of form.querySelectorAll<HTMLInputElement>('input[type="file"]'))
    if (other !== input) fields.delete(other.name)
  fields.set('upload', input.name)
  return fields
}

// The answer is a whole page; only this upload is exchanged, so that nothing typed elsewhere is lost.
function takeOver(upload: HTMLElement, page: Document | null): boolean {
  const fresh = page?.getElementById(upload.id)
  if (!fresh) return false
  upload.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)))
  sendUploads(upload)
  upload.querySelector<HTMLInputElement>('input[type="file"]')?.focus()
  return true
}

// A server that renews its token against forged requests sends the new one with the page.
function carryToken(form: HTMLFormElement, page: Document | null): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')) {
    const fresh = page?.querySelector<HTMLInputElement>(
      `input[type="hidden"][name="${CSS.escape(field.name)}"]`,
    )
    if (fresh) field.value = fresh.value
  }
}

function progress(upload: HTMLElement, percent: number): void {
  const bar = upload.querySelector<HTMLProgressElement>('[data-upload-progress] progress')
  const text = upload.querySelector<HTMLElement>('[data-upload-text]')
  if (bar) bar.value = percent
  if (text) text.textContent = (upload.dataset.progress ?? '').replace('{percent}', String(percent))
}

function problem(upload: HTMLElement, message: string): void {
  const line = upload.querySelector<HTMLElement>('[data-upload-problem]')
  if (line) line.textContent = message
}

function show(upload: HTMLElement, part: string, visible: boolean): void {
  const element = upload.querySelector<HTMLElement>(part)
  if (element) element.hidden = !visible
}
