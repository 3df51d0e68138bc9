/** A claim as readers are told of it: the rating with its shape and in words, what was found, on what it rests, who checked. */
import type { PublicCorrection, PublicDesk, PublicNote, PublicScale, PublicSource } from "../../domain/report"
import { ratingLabel } from "../../domain/shown"
import { linkAddress } from "../addresses"
import { markup, type Markup, type Part } from "./html"
import { addressOf, dayOf, joined, longDay, paragraphs, type Setting } from "./page"

/** The rating: never by its colour alone. */
export function ratingOf({ rating }: { rating: PublicScale["ratings"][number] }, { language }: Setting): Markup {
  const label = ratingLabel(rating, language)
  return markup`<b class="rating tone-${rating.tone}"><span aria-hidden="true">${rating.shape}</span> ${label}</b>`
}

/** All but the words that it is about. */
export function findingOf(note: PublicNote, setting: Setting): Part {
  return [
    underReview(note.underReviewSince, setting),
    said(note, setting),
    paragraphs(note.conclusion, "conclusion"),
    paragraphs(note.explanation, "explanation"),
    sources(note.sources, setting),
    markup`<p class="hands">${checked(note, setting)}</p>\n`,
  ]
}

/** That something is looked at again, in words that stand out. */
export function underReview(since: string | null, { say, language }: Setting): Part {
  return since !== null && markup`<p class="again">${say("underReview", { day: longDay(since, language) })}</p>\n`
}

/** Who said it, when and where. */
export function said({ claimant, claimedOn, appearance }: PublicNote, { say, language }: Setting): Part {
  const facts = [claimant, claimedOn && longDay(claimedOn, language), appearance && linked(appearance, appearance)]
  if (!facts.some(Boolean)) return null
  return markup`<p><span class="label">${say("claimant")}</span> <span dir="auto">${joined(facts, ", ")}</span></p>\n`
}

function linked(words: string, address: string | null): Part {
  const href = linkAddress(address)
  return href ? markup`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>` : words
}

/** A source with how it bears on the claim; null to whoever may not see the verdict yet. */
type Bearing = Omit<PublicSource, "stance"> & { stance: PublicSource["stance"] | null }

export function sources(all: Bearing[], setting: Setting): Part {
  if (all.length === 0) return null
  const items = all.map((one) => markup`<li>${sourceOf(one, setting)}</li>\n`)
  return markup`<p class="label">${setting.say("sources")}</p>\n<ul class="sources">\n${items}</ul>\n`
}

function sourceOf(source: Bearing, { say, language }: Setting): Part {
  const { stance, primary, title, author, publisher, publishedOn, url, locator } = source
  const lead = joined([stance && say(`stance.${stance}`), primary && say("primary")], ", ")
  const facts = [linked(title, url), author, publisher, publishedOn && longDay(publishedOn, language), locator]
  return markup`${lead && markup`<span class="label">${lead}:</span> `}<span dir="auto">${joined(facts, ", ")}</span>`
}

/** Whose work it is, as far as the desk says so; never called reviewed where nobody has. */
export function checked({ standing, checkedOn, checkers, reviewers }: PublicNote, { say, language }: Setting): string {
  const list = (names: string[]) =>
    names.length === 1 ? (names[0] ?? "") : new Intl.ListFormat(language).format(names)
  const day = longDay(checkedOn, language)
  const by = checkers.length > 0 ? say("checkedBy", { names: list(checkers) }) : say("checkedByDesk")
  if (standing === "checked") return `${by} ${say("notReviewed", { day })}`
  return `${by} ${reviewers.length > 0 ? say("reviewedBy", { names: list(reviewers), day }) : say("reviewed", { day })}`
}

/** What was corrected, each with the version that it was in. */
export function correctionsOf(
  corrections: PublicCorrection[],
  versionAt: (version: number) => string,
  setting: Setting,
): Part {
  if (corrections.length === 0) return null
  const { say } = setting
  const items = corrections.map(({ at, notice, from }) => {
    const before = markup`<a href="${versionAt(from)}">${say("before")}</a>`
    return markup`<li>${dayOf(at, setting)}: <span dir="auto">${notice}</span> ${before}</li>\n`
  })
  return markup`<section class="corrections" aria-labelledby="corrections">
<h2 id="corrections">${say("corrections")}</h2>
<ul>
${items}</ul>
</section>
`
}

/** Above a version that does not stand any more. */
export function formerly(
  { version, latest, signedAt }: { version: number; latest: number; signedAt: string },
  address: string,
  { say, language }: Setting,
): Part {
  if (version === latest) return null
  const current = markup`<a href="${address}">${say("current")}</a>`
  return markup`<p class="again">${say("former", { day: longDay(signedAt, language) })} ${current}</p>\n`
}

/** Where a claim has a page of its own. */
export function ownPage({ hasPage, claimId }: PublicNote, desk: PublicDesk | null, { say, base = "" }: Setting): Part {
  return hasPage && desk && markup`<a href="${base}${addressOf.claim(desk, claimId)}">${say("claimPage")}</a>`
}
