import { html, redirect } from '#core/http/visit.ts'
import { findItem, itemTitle } from '#flow/index.ts'
import { Layout } from '#modules/tenants/index.ts'
import { Confirm } from '#ui/index.ts'
import { applyingPage } from '../applying-page.ts'
import { readDraft } from '../drafts/open-draft.ts'
import { applicationUrls } from '../urls.ts'
import { fillingOf, wordsFor } from './asking.ts'
import { resumeUrl } from './next-page.ts'
import { addressOf, emptyForm, itemParams, pageQuery } from './params.ts'
import { removeEntry } from './remove-entry.ts'

const path = '/:portal/antrag/:service/:draft/:page/:group/:item/entfernen'

/** Asks once, naming the entry, before it and its files are gone. */
export const removeItemPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.item_removal_viewed',
  params: itemParams,
  query: pageQuery,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, place)
    const { group, item, page: slug } = visit.params
    const page = opened.open.pages.find(one => one.slug === slug)
    const field = page?.fields.find(one => one.id === group)
    const state = page && findItem(opened.open, { pageId: page.id, groupId: group, itemId: item })
    if (opened.draft.submittedTo || !field || !state) return redirect(resumeUrl(place, opened.open))
    const filling = fillingOf(opened, visit.language, { group: field.compiled, state })
    const { t, words, say } = wordsFor(filling)
    const title = t('remove.title', { item: itemTitle(field.compiled, state, filling) })
    const from = visit.query.von ? '?von=pruefen' : ''
    const back = `${applicationUrls.page(place, slug)}${from}`
    return html(
      <Layout
        visit={visit}
        portal={visit.portal}
        title={title}
        context={say(opened.package.service.title)}
        back={{ href: back, label: t('back') }}
      >
        <Confirm
          title={title}
          confirmLabel={words.group_remove}
          cancel={{ href: back, label: t('remove.cancel') }}
          action={`${applicationUrls.removeItem(place, slug, { group, item })}${from}`}
          csrf={{ name: '_csrf', value: visit.csrf() }}
          sending={words.sending}
        >
          <p>{t('remove.text')}</p>
        </Confirm>
      </Layout>,
    )
  },
})

export const removeItemAction = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.item_removed',
  params: itemParams,
  query: pageQuery,
  form: emptyForm,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const { page, group, item } = visit.params
    const removed = await removeEntry(visit.services, visit.scope, {
      address: place,
      language: visit.language,
      page,
      group: { id: group, item },
    })
    const from = visit.query.von ? '?von=pruefen' : ''
    return redirect(
      removed.isSent ? applicationUrls.receipt(place) : `${applicationUrls.page(place, page)}${from}`,
    )
  },
})
