/**
 * The life of claims as DOMAIN tells it, once more and as small as it goes: what five people may do to the claims of one
 * article, and where it leaves them. It shares nothing with the code that it is held against but names.
 */
export const PEOPLE = ["checker", "secondChecker", "editor", "secondEditor", "owner"] as const
export type Who = (typeof PEOPLE)[number]

/** The article's author among them: never judges, marks, reviews or signs it. */
export const AUTHOR: Who = "owner"
const EDITORS: readonly Who[] = ["editor", "secondEditor", "owner"]

export type Decision = "approve" | "request_changes" | "withdraw"
export type Outcome = "done" | "forbidden" | "conflict" | "invalid" | "not-found"

/** A claim's sentence: its own words, and those around them; by a number each, another one where they read otherwise. */
export interface Words {
  inside: number
  around: number
}

/** A text of the article: its claims' sentences, and what is in none of them. */
export interface Text {
  claims: Words[]
  elsewhere: number
}

export interface Round {
  sender: Who
  authors: Set<Who>
  /** The wording proposed for the claim's words when it was sent. */
  fix: number | null
  /** Each person's latest decision. */
  latest: Map<Who, Decision>
}

export interface Claim {
  priority: 1 | 2
  state: "open" | "in_review" | "changes_requested" | "checked" | "approved"
  /** Whoever changed what the next round freezes. */
  authors: Set<Who>
  /** The current round. */
  round: Round | null
  /** The last one that was sent, current or not. */
  last: Round | null
  drafted: "settles" | "settles nothing"
  letStand: boolean
  withdrawn: boolean
  /** It stands as it went out. */
  out: boolean
  /** The words that somebody last put it on or said yes to. */
  agreed: Words
  /** An accepted fix put it on its words while somebody had still to look at the sentence around them. */
  waits: boolean
  /** The wording that is proposed for its words. */
  fix: number | null
}

export interface Article {
  approvals: number
  claims: Claim[]
  goneOut: "signed_off" | "released" | "under_review" | null
  /** What is reopened: claims, and the text as null. */
  reopened: Set<Claim | null>
  /** The oldest first. */
  texts: Text[]
}

/** Where a claim stands in the text as it is: its words are others, the sentence around them is, or it holds. */
export type Place = "holds" | "context" | "stale"

export const textOf = ({ texts }: Article): Text => texts.at(-1) ?? { claims: [], elsewhere: 0 }

export function placeOf(article: Article, claim: Claim): Place {
  const now = textOf(article).claims[article.claims.indexOf(claim)]
  if (!now || now.inside !== claim.agreed.inside) return "stale"
  return claim.waits || now.around !== claim.agreed.around ? "context" : "holds"
}

/** A claim that somebody has given a verdict on, which settles it. */
export function newClaim(priority: 1 | 2, author: Who): Claim {
  const nothing = {
    round: null,
    last: null,
    drafted: "settles" as const,
    letStand: false,
    withdrawn: false,
    out: false,
    agreed: { inside: 0, around: 0 },
    waits: false,
    fix: null,
  }
  return { priority, state: "open", authors: new Set([author]), ...nothing }
}

export const isEditor = (who: Who) => EDITORS.includes(who)
export const stands = ({ state }: Claim) => state === "approved" || state === "checked"
export const isSent = (claim: Claim) => stands(claim) || claim.state === "in_review"
const verdictAuthors = (claim: Claim) => (isSent(claim) && claim.round ? claim.round.authors : claim.authors)

/** Why nobody changes a claim now, whoever they are: it is gone, or out. */
export function barred(claim: Claim): Outcome | null {
  if (claim.withdrawn) return "not-found"
  return claim.out ? "conflict" : null
}

/** Anything that a round freezes is changed by somebody. */
export function edit(claim: Claim, who: Who, drafted?: Claim["drafted"]): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR) return "forbidden"
  if (claim.state === "in_review") return "conflict"
  if (claim.state === "approved") claim.authors = new Set()
  if (stands(claim)) reopenClaim(claim)
  claim.authors.add(who)
  if (drafted) claim.drafted = drafted
  return "done"
}

export function reopenClaim(claim: Claim): void {
  claim.state = "open"
  claim.round = null
  claim.letStand = false
}

export function send(claim: Claim, who: Who, approvals: number): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR) return "forbidden"
  if (isSent(claim)) return "conflict"
  claim.authors.add(who)
  claim.round = claim.last = { sender: who, authors: new Set(claim.authors), fix: claim.fix, latest: new Map() }
  claim.state = approvals === 0 ? "checked" : "in_review"
  claim.letStand = false
  return "done"
}

export function recall(claim: Claim, who: Who): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR || claim.last?.sender !== who) return "forbidden"
  if (claim.state !== "in_review") return "conflict"
  claim.state = "open"
  claim.round = null
  return "done"
}

export function review(claim: Claim, who: Who, decision: Decision, approvals: number): Outcome {
  const why = barred(claim)
  if (why) return why
  if (!mayReview(claim, who)) return "forbidden"
  const { round } = claim
  if (!round || round !== claim.last || !isSent(claim)) return "conflict"
  const approved = round.latest.get(who) === "approve"
  if ((decision === "withdraw" && !approved) || (decision === "approve" && approved)) return "conflict"
  round.latest.set(who, decision)
  claim.state = stateOf(round, approvals)
  claim.letStand &&= stands(claim)
  return "done"
}

const mayReview = (claim: Claim, who: Who) =>
  who !== AUTHOR && (isEditor(who) || claim.priority > 1) && !verdictAuthors(claim).has(who)

function stateOf({ latest }: Round, approvals: number): Claim["state"] {
  const all = [...latest.values()]
  if (all.includes("request_changes")) return "changes_requested"
  if (all.filter((one) => one === "approve").length >= Math.max(1, approvals)) return "approved"
  return approvals === 0 ? "checked" : "in_review"
}

export function withdraw(claim: Claim, who: Who): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR || (claim.priority === 1 && !isEditor(who))) return "forbidden"
  if (claim.state === "in_review") return "conflict"
  claim.withdrawn = true
  return "done"
}

export function restore({ goneOut }: Article, claim: Claim, who: Who): Outcome {
  if (!claim.withdrawn) return "not-found"
  if (who === AUTHOR || (claim.priority === 1 && !isEditor(who))) return "forbidden"
  if (goneOut === "signed_off") return "conflict"
  claim.withdrawn = false
  return "done"
}

export function letStand(claim: Claim, who: Who): Outcome {
  const why = barred(claim)
  if (why) return why
  if (who === AUTHOR || !isEditor(who)) return "forbidden"
  if (!stands(claim) || claim.drafted === "settles") return "conflict"
  claim.letStand = true
  return "done"
}

/** Whether a claim has all that the desk asks for. */
function isDone(article: Article, claim: Claim): boolean {
  const passed = claim.state === "approved" || (article.approvals === 0 && claim.state === "checked")
  return passed && placeOf(article, claim) === "holds" && (claim.drafted === "settles" || claim.letStand)
}

export function signOff(article: Article, who: Who, open: { second: Who | null } | null): Outcome {
  const live = article.claims.filter(({ withdrawn }) => !withdrawn)
  if (!maySign(live, who)) return "forbidden"
  if (article.goneOut === "signed_off") return "conflict"
  const left = live.filter((claim) => !isDone(article, claim))
  const isWhole = left.length === 0 && live.length > 0
  const no = isWhole ? null : refusedOpen(left, who, open)
  if (no) return no
  for (const claim of live) claim.out ||= !left.includes(claim)
  article.reopened = new Set([...article.reopened].filter((one) => one !== null && left.includes(one)))
  article.goneOut = isWhole ? "signed_off" : "released"
  if (article.reopened.size > 0) article.goneOut = "under_review"
  return "done"
}

/** Why it does not go out with what is left open. */
function refusedOpen(left: Claim[], who: Who, open: { second: Who | null } | null): Outcome | null {
  if (!open) return "conflict"
  const isMust = left.some(({ priority }) => priority === 1)
  return fits(open.second, who, isMust) ? null : "invalid"
}

/** An editor who wrote neither the article nor a verdict that stands in it or waits for review. */
function maySign(live: Claim[], who: Who): boolean {
  const standing = live.filter(({ round, state }) => round && state !== "changes_requested")
  return isEditor(who) && who !== AUTHOR && !standing.some((claim) => verdictAuthors(claim).has(who))
}

/** Whether a second person is named where one is needed, and is somebody who may be. */
function fits(second: Who | null, signer: Who, isNeeded: boolean): boolean {
  if (second === null) return !isNeeded
  return second !== signer && second !== AUTHOR
}

export function reopen(article: Article, claim: Claim | null, who: Who): Outcome {
  if (claim?.withdrawn) return "not-found"
  if (who === AUTHOR || !isEditor(who)) return "forbidden"
  if (article.goneOut === null || (claim && !claim.out) || article.reopened.has(claim)) return "conflict"
  article.goneOut = "under_review"
  article.reopened.add(claim)
  if (!claim) return "done"
  if (claim.state === "approved") claim.authors = new Set()
  claim.out = false
  reopenClaim(claim)
  return "done"
}
