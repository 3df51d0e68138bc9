/** What is public for machines that look for it: an Atom feed (RFC 4287) and a sitemap (sitemaps.org). */
import type { PublicDesk, PublicIndex, PublicItem, PublicList } from "../../domain/report"
import { markup, type Part } from "./html"
import { addressOf, type Setting } from "./page"

/** The newest articles. Times come from the record: the same articles, the same bytes. */
export function feed({ desk, items }: PublicList, { say, origin, language }: Setting): string {
  const home = `${origin}${addressOf.list(desk)}`
  const updated = items.map(changedAt).sort().at(-1) ?? new Date(0).toISOString()
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${home}</id>
<title>${say("feedOf", { name: desk.name })}</title>
<author><name>${desk.name}</name></author>
<link href="${home}"/>
<link rel="self" href="${origin}${addressOf.feed(desk)}"/>
<updated>${updated}</updated>
${items.map((item) => entryOf(item, desk, origin))}</feed>
`.text
}

function entryOf(item: PublicItem, desk: PublicDesk, origin: string): Part {
  const { articleId, title, dek, language, publishedAt } = item
  return markup`<entry xml:lang="${language}">
<id>urn:uuid:${articleId}</id>
<title>${title}</title>
<link href="${origin}${addressOf.report(desk, articleId)}"/>
<published>${publishedAt}</published>
<updated>${changedAt(item)}</updated>
${dek && markup`<summary>${dek}</summary>\n`}</entry>
`
}

const changedAt = ({ publishedAt, signedAt }: PublicItem): string => (signedAt > publishedAt ? signedAt : publishedAt)

/** Every public address. */
export function sitemap({ desk, articles, claims }: PublicIndex, { origin }: Pick<Setting, "origin">): string {
  const url = (address: string, changed?: string): Part => {
    const modified = changed && markup`<lastmod>${changed}</lastmod>`
    return markup`<url><loc>${origin}${address}</loc>${modified}</url>\n`
  }
  const all: Part[] = [
    url(addressOf.list(desk)),
    desk.hasMethod && url(addressOf.method(desk)),
    articles.map(({ articleId, changedAt }) => url(addressOf.report(desk, articleId), changedAt)),
    claims.map(({ claimId, changedAt }) => url(addressOf.claim(desk, claimId), changedAt)),
  ]
  return markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${all}</urlset>
`.text
}
