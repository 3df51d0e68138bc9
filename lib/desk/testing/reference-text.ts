/** The rest of the reference: what becomes of claims when the text they stand in is another, and of words proposed for them. */
import {
  AUTHOR,
  barred,
  edit,
  isEditor,
  isSent,
  placeOf,
  reopenClaim,
  stands,
  textOf,
  type Article,
  type Claim,
  type Outcome,
  type Text,
  type Who,
} from "./reference"

/** Another text takes the place of the one that is there. What is approved of other words than it has now, falls. */
export function revise(article: Article, text: Text, who: Who): Outcome {
  if (who === AUTHOR) return "forbidden"
  if (isTextOut(article) || isSame(textOf(article), text)) return "conflict"
  return takePlace(article, text)
}

/** What has gone out, whole or not, has its text until something of it is reopened. */
const isTextOut = ({ goneOut }: Article) => goneOut === "signed_off" || goneOut === "released"

const isSame = (one: Text, other: Text) => JSON.stringify(one) === JSON.stringify(other)

function takePlace(article: Article, text: Text, kept: Claim | null = null): Outcome {
  const next = { ...article, texts: [...article.texts, text] }
  const others = article.claims.filter((claim) => claim !== kept)
  if (others.some((claim) => claim.out && placeOf(next, claim) !== "holds")) return "conflict"
  article.texts = next.texts
  for (const claim of others) if (isSent(claim) && placeOf(article, claim) === "stale") fall(claim)
  return "done"
}

function fall(claim: Claim): void {
  if (claim.state === "approved") claim.authors = new Set()
  reopenClaim(claim)
}

/** A yes to where a claim stands: to other words it is an edit, to other words around the same ones it is none. */
export function confirm(article: Article, claim: Claim, who: Who): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR) return "forbidden"
  const place = placeOf(article, claim)
  if (place === "holds") return "conflict"
  const ended = place === "stale" ? edit(claim, who) : "done"
  if (ended === "done") agree(article, claim)
  return ended
}

function agree(article: Article, claim: Claim): void {
  claim.agreed = { ...(textOf(article).claims[article.claims.indexOf(claim)] ?? claim.agreed) }
  claim.waits = false
}

export function proposeFix(article: Article, claim: Claim, who: Who, wording: number): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR) return "forbidden"
  if (placeOf(article, claim) === "stale") return "conflict"
  const ended = edit(claim, who)
  if (ended === "done") claim.fix = wording
  return ended
}

/** A fix goes into the text. What was reviewed keeps its approval, and is fixed by it; else other words are there now. */
export function acceptFix(article: Article, claim: Claim, who: Who): Outcome {
  const why = refusedFix(article, claim, who)
  if (why) return why
  const fix = claim.fix ?? 0
  const place = placeOf(article, claim)
  const keeps = stands(claim) && claim.round?.fix === fix
  const at = article.claims.indexOf(claim)
  const claims = textOf(article).claims.map((words, index) => (index === at ? { ...words, inside: fix } : words))
  const ended = takePlace(article, { ...textOf(article), claims }, keeps ? claim : null)
  if (ended !== "done") return ended
  claim.fix = null
  if (!keeps) return "done"
  agree(article, claim)
  claim.waits = place === "context"
  claim.drafted = "settles"
  return "done"
}

function refusedFix(article: Article, claim: Claim, who: Who): Outcome | null {
  if (claim.withdrawn) return "not-found"
  if (who === AUTHOR) return "forbidden"
  if (placeOf(article, claim) === "stale" || isTextOut(article)) return "conflict"
  if (!isEditor(who)) return "forbidden"
  return claim.out ? "conflict" : null
}
