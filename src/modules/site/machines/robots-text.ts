/** Pages that belong to a person are of no use to a search engine; they also say `noindex` themselves. */
export const robotsText = [
  'User-agent: *',
  'Disallow: /konto',
  'Disallow: /amt',
  'Disallow: /*/antrag/',
  '',
].join('\n')
