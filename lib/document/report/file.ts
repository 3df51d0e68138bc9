/**
 * The public report as a file of its own, and the same for the desk: there with every claim, at work or not, and with what
 * is internal of it. Both are drawn as the pages on the web are.
 */
import type { AnnotatedArticle } from "../../domain/annotated-article"
import type { ClaimView } from "../../domain/claim"
import type { PublicNote, PublicReport } from "../../domain/report"
import { inQuotes } from "../../domain/quotation"
import type { Rating } from "../../domain/scale"
import { quoteOf } from "../../domain/shown"
import { isStanding } from "../../domain/standing"
import type { EvidenceView } from "../../domain/source"
import { handsOf } from "../hands"
import { publicNotes, publicSource, type Publishing } from "../public-notes"
import { shownClaims, type Shown } from "../shown-claims"
import { markup, type Markup, type Part } from "./html"
import { checked, ratingOf, said, sources } from "./note"
import { joined, pageOf, paragraphs, type Setting } from "./page"
import { kicker, quotation, quoted, reportPage } from "./report"
import { annotatedText } from "./text"

/** The public report of an article that is not on the web, as it stands, in one file that fetches nothing. */
export function reportFile(article: AnnotatedArticle, publishing: Publishing, setting: Setting): string {
  const { id: articleId, title, dek, byline, publisher, publishedOn, sourceUrl, language, revision } = article
  const signedAt = article.signedOffAt ?? revision.createdAt
  return reportPage(
    {
      ...{ articleId, title, dek, byline, publisher, publishedOn, sourceUrl, language, signedAt },
      ...{ desk: null, document: revision.document, version: 1, latest: 1, publishedAt: signedAt },
      underReviewSince: null,
      notes: publicNotes(article, publishing),
      corrections: [],
    },
    setting,
  )
}

/** The public report as it is on the web, in one file: what it leads to there, it leads to from anywhere. */
export function publishedFile(report: PublicReport, setting: Setting): string {
  return reportPage(report, { ...setting, base: setting.origin })
}

/** All that its maker sees of an article, in one file. It says that it is internal. */
export function ownFile(article: AnnotatedArticle, setting: Setting): string {
  const claims = shownClaims(article, { profile: "internal" })
  const notes = claims.map((one) => ({ one, note: ownNote(one, setting) }))
  const placed = notes.filter(({ one }) => one.places.length > 0)
  const unplaced = notes.filter(({ one }) => one.places.length === 0)
  return pageOf(
    { ...setting, desk: null, title: article.title, canonical: null, description: article.dek },
    markup`<article>
<p class="again">${setting.say("internal")}</p>
<p class="kicker">${kicker(article, setting)}</p>
<div class="text" lang="${article.language}" dir="auto">${annotatedText(
      article.revision.document,
      placed.map(({ note }) => note),
    )}</div>
${section("notes", placed, setting)}${section("unplaced", unplaced, setting)}</article>`,
  )
}

type Own = { one: Shown; note: PublicNote }

function section(id: "notes" | "unplaced", notes: Own[], setting: Setting): Part {
  if (notes.length === 0) return null
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${setting.say(id)}</h2>
<ol class="notes">
${notes.map((own) => noteItem(own, setting))}</ol>
</section>
`
}

function noteItem({ one, note }: Own, setting: Setting): Part {
  const { claim } = one
  const state = claim.verdict && claim.state !== "approved" && markup` (${setting.say(`state.${claim.state}`)})`
  const back =
    note.spans.length > 0 && markup`<p class="back"><a href="#at-${note.number}">${setting.say("backToText")}</a></p>\n`
  return markup`<li id="note-${note.number}" value="${note.number}">
<p class="head"><span class="note-number">${note.number}</span> ${ratingOf(note, setting)}${state}</p>
${quoted(note.words)}${labelled("statement", note.statement, setting)}${said(note, setting)}${paragraphs(note.conclusion, "conclusion")}${paragraphs(note.explanation, "explanation")}${evidenceOf(claim, setting)}${internals(claim, setting)}${isStanding(claim) && markup`<p class="hands">${checked(note, setting)}</p>\n`}${back}</li>
`
}

function internals({ verdict, letStand, fix }: ClaimView, setting: Setting): Part {
  const { say } = setting
  const proposed = fix && (fix.wording === "" ? say("takeOut") : quotation(fix.wording))
  return [
    labelled("workingNote", verdict?.workingNote ?? null, setting),
    labelled("letStand", letStand?.reason ?? null, setting),
    fix && labelled("proposed", joined([proposed, fix.reason], " – "), setting),
  ]
}

type Label = "statement" | "workingNote" | "letStand" | "proposed"

function labelled(key: Label, words: string | Markup | null, { say }: Setting): Part {
  const text = typeof words === "string" ? words.trim() : words
  if (!text) return null
  return markup`<p class="explanation"><span class="label">${say(key)}</span> <span dir="auto">${text}</span></p>\n`
}

/** Sources as readers see them; of each what it says, and whether it is confidential. */
function evidenceOf({ evidence, opinion }: ClaimView, setting: Setting): Part {
  const confidential = evidence.filter(({ source }) => source.confidential)
  const names = confidential.map(({ source }) => source.title).join(", ")
  return [
    sources(
      evidence.map((one) => ({ ...withExcerpt(one), ...(opinion?.blind && { stance: null }) })),
      setting,
    ),
    confidential.length > 0 && markup`<p class="label">${joined([setting.say("confidential"), names], " ")}</p>\n`,
  ]
}

function withExcerpt(evidence: EvidenceView) {
  const source = publicSource(evidence)
  const facts = [source.locator, evidence.excerpt && inQuotes(evidence.excerpt, ["“", "”"]), evidence.note]
  return { ...source, locator: facts.filter(Boolean).join(", ") || null }
}

function ownNote({ claim, anchors, places }: Shown, { say, language }: Setting): PublicNote {
  const { id: claimId, number, statement, claimant, claimedOn, appearance, verdict, underReviewSince } = claim
  const hands = handsOf(claim, "named")
  return {
    ...{ claimId, number, words: quoteOf(anchors), spans: places, statement, claimant, claimedOn, appearance },
    rating: verdict?.rating ?? openRating(say("open"), language),
    ...{ conclusion: verdict?.conclusion ?? null, explanation: verdict?.explanation ?? null, underReviewSince },
    sources: [],
    standing: claim.state === "approved" ? "approved" : "checked",
    checkedOn: (hands.on ?? claim.markedAt).slice(0, 10),
    ...{ checkers: hands.checkers, reviewers: hands.reviewers },
    hasPage: false,
  }
}

/** How a claim shows that nobody has rated. */
function openRating(label: string, language: string): Rating {
  const labels = { en: label, [language.split("-")[0] ?? "en"]: label }
  return {
    code: "open",
    label: labels,
    definition: {},
    tone: "open",
    shape: "○",
    value: null,
    settles: false,
    claimReview: false,
    fits: [],
  }
}
