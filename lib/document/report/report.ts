/** The public pages: of an article, of a claim, of all there are, of the method; and of what is not there. */
import type {
  PublicClaim,
  PublicDesk,
  PublicItem,
  PublicList,
  PublicMethod,
  PublicNote,
  PublicReport,
  PublicScale,
} from "../../domain/report"
import { isQuotation, withinQuotes } from "../../domain/quotation"
import { linkAddress } from "../addresses"
import { claimReview } from "./claim-review"
import { jsonScript, markup, type Markup, type Part } from "./html"
import { correctionsOf, findingOf, formerly, ownPage, ratingOf, underReview } from "./note"
import { addressOf, dayOf, joined, pageOf, type Setting } from "./page"
import { annotatedText, bodyText } from "./text"

/** An article with its notes, as it stands or as it was. Without a desk, as in a file of what is not on the web, it leads nowhere. */
export function reportPage(report: Reported, setting: Setting): string {
  const { desk, articleId, title, dek, corrections, signedAt, underReviewSince, language } = report
  const path = desk && addressOf.report(desk, articleId)
  const address = `${setting.base ?? ""}${path ?? ""}`
  const canonical = report.version === report.latest ? path : null
  const notes = counted(report.notes)
  return pageOf(
    { ...setting, desk, title, description: dek, canonical },
    markup`<article>
<p class="kicker">${kicker(report, setting)}</p>
${formerly(report, address, setting)}${underReview(underReviewSince, setting)}
<div class="text" lang="${language}" dir="auto">${annotatedText(report.document, notes)}</div>
<p class="hands">${setting.say("checkedOn")} ${dayOf(signedAt, setting)}</p>
${correctionsOf(corrections, (version) => `${address}?version=${version}`, setting)}${notesOf(notes, desk, setting)}</article>`,
  )
}

/** A report that may be of a text that is nowhere on the web. */
export type Reported = Omit<PublicReport, "desk"> & { desk: PublicDesk | null }

type KickedOff = Pick<PublicReport, "byline" | "publisher" | "publishedOn" | "sourceUrl">

/** Byline, publisher and day. */
export function kicker({ byline, publisher, publishedOn, sourceUrl }: KickedOff, setting: Setting): Part {
  const href = linkAddress(sourceUrl)
  const from = publisher || (href && setting.say("original"))
  const original = href ? markup`<a href="${href}" rel="noopener noreferrer nofollow">${from}</a>` : from
  return joined([byline, original, publishedOn && dayOf(publishedOn, setting)], " · ")
}

type Counted = PublicNote & { shown: number }

/** Readers find notes numbered as they come in the text; addresses lead to them by the numbers of their claims, which stay. */
const counted = (notes: readonly PublicNote[]): Counted[] => notes.map((note, at) => ({ ...note, shown: at + 1 }))

function notesOf(notes: Counted[], desk: PublicDesk | null, setting: Setting): Part {
  if (notes.length === 0) return null
  return markup`<section aria-labelledby="notes">
<h2 id="notes">${setting.say("notes")}</h2>
<ol class="notes">
${notes.map((note) => noteOf(note, desk, setting))}</ol>
</section>
`
}

function noteOf(note: Counted, desk: PublicDesk | null, setting: Setting): Part {
  const { number, shown, words, spans } = note
  const back = spans.length > 0 && markup`<a href="#at-${number}">${setting.say("backToText")}</a>`
  return markup`<li id="note-${number}" value="${shown}">
<p class="head"><span class="note-number">${shown}</span> ${ratingOf(note, setting)}</p>
${quoted(words)}${findingOf(note, setting)}<p class="back">${joined([ownPage(note, desk, setting), back], " · ")}</p>
</li>
`
}

/** The words that a note is about. */
export const quoted = (words: string): Part => words !== "" && markup`<p>${quotation(words)}</p>\n`

/** Words in the marks of the page's language; a quotation has its own. */
export const quotation = (words: string): Markup =>
  isQuotation(words) ? markup`<span dir="auto">${words}</span>` : markup`<q dir="auto">${withinQuotes(words)}</q>`

/** A claim and its verdict; what stands is also told to machines. */
export function claimPage(claim: PublicClaim, setting: Setting): string {
  const { desk, note, articleId, title, corrections } = claim
  const address = addressOf.claim(desk, note.claimId)
  const isCurrent = claim.version === claim.latest
  const told = isCurrent ? claimReview(claim, setting) : null
  const statement = note.statement ?? note.words
  const data = told && jsonScript(told)
  const page = { title: statement, description: note.conclusion, canonical: isCurrent ? address : null, data }
  const from = markup`<a href="${addressOf.report(desk, articleId)}#note-${note.number}" dir="auto">${title}</a>`
  return pageOf(
    { ...setting, desk, ...page },
    markup`<article>
<p class="kicker">${setting.say("claim")}</p>
${formerly(claim, address, setting)}<h1 dir="auto">${statement}</h1>
<p class="verdict">${ratingOf(note, setting)}</p>
${note.statement !== null && quoted(note.words)}${findingOf(note, setting)}<p>${setting.say("from")} ${from}</p>
${correctionsOf(corrections, (version) => `${address}?version=${version}`, setting)}</article>`,
  )
}

/** All that is public, the newest first. */
export function listPage({ desk, items, page, hasMore }: PublicList, setting: Setting): string {
  const { say } = setting
  const title = say("all")
  const address = addressOf.list(desk)
  const at = (page: number) => (page === 1 ? address : `${address}?page=${page}`)
  const newer = page > 1 && markup`<a rel="prev" href="${at(page - 1)}">${say("newer")}</a>`
  const older = hasMore && markup`<a rel="next" href="${at(page + 1)}">${say("older")}</a>`
  const listed = markup`<ul class="list">\n${items.map((item) => itemOf(item, desk, setting))}</ul>`
  return pageOf(
    { ...setting, desk, title, canonical: at(page) },
    markup`<h1>${title}</h1>
${items.length > 0 ? listed : markup`<p>${say("none")}</p>`}
<p>${joined([newer, older], " · ")}</p>`,
  )
}

function itemOf(item: PublicItem, desk: PublicDesk, setting: Setting): Part {
  const { articleId, title, dek, language, signedAt, underReview } = item
  const facts = joined([dayOf(signedAt, setting), underReview && setting.say("isUnderReview")], " · ")
  return markup`<li>
<h2 lang="${language}" dir="auto"><a href="${addressOf.report(desk, articleId)}">${title}</a></h2>
${dek && markup`<p lang="${language}" dir="auto">${dek}</p>\n`}<p class="hands">${facts}</p>
</li>
`
}

/** How the desk checks, and what its verdicts mean. */
export function methodPage({ desk, document, scales }: PublicMethod, setting: Setting): string {
  const title = setting.say("method")
  return pageOf(
    { ...setting, desk, title, canonical: addressOf.method(desk) },
    markup`<h1>${title}</h1>
<div class="text">${bodyText(document)}</div>
${scales.length > 0 && markup`<h2>${setting.say("scales")}</h2>\n${scales.map((scale) => scaleOf(scale, setting))}`}`,
  )
}

function scaleOf({ job, name, version, ratings }: PublicScale, setting: Setting): Part {
  const { language } = setting
  return markup`<h3>${name ?? setting.say(`scaleOf.${job}`)} <small>${version}</small></h3>
<dl class="ratings">
${ratings.map(
  (rating) => markup`<dt>${ratingOf({ rating }, setting)}</dt>
<dd>${rating.definition[language.split("-")[0] ?? "en"] ?? rating.definition.en}</dd>
`,
)}</dl>
`
}

/** Where something was, or never was. */
export function absentPage(kind: "gone" | "none", desk: PublicDesk | null, setting: Setting): string {
  const title = setting.say(`${kind}Here.title`)
  return pageOf(
    { ...setting, desk, title, canonical: null },
    markup`<h1>${title}</h1>
<p>${setting.say(`${kind}Here.text`)}</p>`,
  )
}
