/** Which values occur in a text, also as they look in addresses, JSON, HTML or base64, and in any case. */
export function findLeaks(text: string, values: readonly string[]): string[] {
  const heard = text.toLowerCase()
  return values.filter(value => disguises(value).some(disguise => heard.includes(disguise.toLowerCase())))
}

function disguises(value: string): string[] {
  return [
    value,
    value.normalize('NFD'),
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString().slice('value='.length),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    value.replaceAll(/[\s-]/g, ''),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    Buffer.from(value).toString('hex'),
  ].filter(disguise => disguise.length > 4)
}
