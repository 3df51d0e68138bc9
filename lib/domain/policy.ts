/**
 * Who may do what: one table, pure and printable, read by the server before every act and by the buttons before
 * they are drawn. It says *who*, never *when*: the state of things is decided elsewhere.
 */
import { refuse } from "./refusal"
import type { Actor, Role } from "./workspace"

/** An article as the policy sees it. Ids are memberships'. */
export interface ArticleSubject {
  authorIds: string[]
  leadId: string | null
}

/** A claim as the policy sees it; `authorIds` are the authors of its verdict as it stands. */
export interface ClaimSubject {
  article: ArticleSubject
  priority: number
  authorIds: string[]
}

/** What goes out, as the policy sees it: the authors of each of its standing rounds, round by round. */
export interface SignOffSubject {
  article: ArticleSubject
  roundAuthors: string[][]
}

/** A complaint as the policy sees it: who is an author of what it is about, or approved it. */
export interface ComplaintSubject {
  article: ArticleSubject
  concernedIds: string[]
}

/** Two verdicts that differ, as the policy sees them: `authorIds` are those of the first, `giverId` gave the second. */
export interface AdjudicationSubject extends ClaimSubject {
  senderId: string
  giverId: string
}

/** A source as the policy sees it. */
export interface SourceSubject {
  confidential: boolean
  readerIds: string[]
}

/** A contact as the policy sees it: who recorded it, and who has to do with its claims. */
export interface ContactSubject {
  insiderIds: string[]
}

/** A comment as the policy sees it. */
export interface CommentSubject {
  writtenById: string
}

type Who = Pick<Actor, "id" | "role" | "settings">

const atLeast =
  (...roles: Role[]) =>
  (actor: Who) =>
    roles.includes(actor.role)

const isOwner = atLeast("owner")
const isEditor = atLeast("editor", "owner")
const isChecker = atLeast("checker", "editor", "owner")

/** Authors of an article are bound by that, whatever their role. */
export const isAuthorOf = (actor: Pick<Actor, "id">, article: ArticleSubject) => article.authorIds.includes(actor.id)

const mayReview = (actor: Who, priority: number) =>
  isEditor(actor) || (isChecker(actor) && priority > 1 && actor.settings.checkersReview)

const checksArticle = (actor: Who, article: ArticleSubject) => isChecker(actor) && !isAuthorOf(actor, article)
const checksClaim = (actor: Who, claim: ClaimSubject) => checksArticle(actor, claim.article)

export const policy = {
  "article.read": (actor: Who, article: ArticleSubject) => actor.role !== "author" || isAuthorOf(actor, article),
  "article.import": isChecker,
  "article.edit": (actor: Who, article: ArticleSubject) => checksArticle(actor, article),
  /** A new text in the place of the old one. */
  "article.revise": checksArticle,
  "article.exportInternal": (actor: Who, article: ArticleSubject) =>
    isEditor(actor) || (isChecker(actor) && article.leadId === actor.id),
  /** The file that goes back to the article's author, as they read it at the desk. */
  "article.exportForAuthor": (actor: Who, article: ArticleSubject) =>
    isEditor(actor) || (isChecker(actor) && article.leadId === actor.id) || isAuthorOf(actor, article),
  /** Taking a member off an article's authors frees them from being bound by it. */
  "article.unbindAuthor": (actor: Who, article: ArticleSubject) => checksArticle(actor, article) && isEditor(actor),
  /** Putting an article away, and getting it back. */
  "article.archive": (actor: Who, article: ArticleSubject) => checksArticle(actor, article) && isEditor(actor),
  /** Taking it out of everybody's sight, and then its content out of the world. */
  "article.delete": isOwner,
  "article.erase": isOwner,
  /** Taking the name of somebody who has left out of everything. */
  "member.erase": isOwner,
  "claim.mark": checksArticle,
  "claim.edit": checksClaim,
  /** Saying where a claim stands: a yes to a proposal or a new context, or other words. */
  "claim.place": checksClaim,
  "claim.withdraw": (actor: Who, claim: ClaimSubject) =>
    checksClaim(actor, claim) && (claim.priority > 1 || isEditor(actor)),
  /** Making less of a must than a must: its waivers, its withdrawal and its review are an editor's for as long as it is one. */
  "claim.lower": (actor: Who, claim: ClaimSubject) => checksClaim(actor, claim) && isEditor(actor),
  /** Who checks it, until when, whom it waits for: what is arranged at the desk, not what is published. */
  "claim.arrange": checksClaim,
  /** Other wording for a claim's passage; it is reviewed with the verdict. */
  "fix.propose": checksClaim,
  /** The article's author says what they think of it, whatever their role. */
  "fix.answer": (actor: Who, claim: ClaimSubject) => isAuthorOf(actor, claim.article),
  "fix.decide": (actor: Who, claim: ClaimSubject) => checksClaim(actor, claim) && isEditor(actor),
  /** What becomes of the comments, footnotes and links that came with a file. */
  "remark.decide": checksArticle,
  /** A question to the author is no secret of the desk's; what else the desk says to itself is none of its author's business. */
  "comment.readQueries": (actor: Who, article: ArticleSubject) => actor.role !== "author" || isAuthorOf(actor, article),
  "comment.readNotes": checksArticle,
  "comment.readLegal": (actor: Who, article: ArticleSubject) => checksArticle(actor, article) && isEditor(actor),
  /** Seeing who has the article open. */
  "presence.read": (actor: Who, article: ArticleSubject) => actor.role !== "author" && !isAuthorOf(actor, article),
  /** Asking the article's author something. */
  "comment.ask": checksArticle,
  /** Replying to a query: the author's answer, and what the desk says to it. */
  "comment.answer": (actor: Who, article: ArticleSubject) => isAuthorOf(actor, article) || isChecker(actor),
  "comment.note": checksArticle,
  /** Writing in the legal lane, and closing what is there. */
  "comment.legal": (actor: Who, article: ArticleSubject) => checksArticle(actor, article) && isEditor(actor),
  "comment.resolve": checksArticle,
  /** Saying otherwise what one has written oneself, as long as one may still write there. */
  "comment.edit": (actor: Who, comment: CommentSubject) => comment.writtenById === actor.id,
  /** Keeping a claim from going out, and letting it go. */
  "legal.decide": (actor: Who, claim: ClaimSubject) => checksClaim(actor, claim) && isEditor(actor),
  "coverage.mark": checksArticle,
  /** Saying that an earlier check is about something else. */
  "earlier.dismiss": checksClaim,
  "evidence.edit": checksClaim,
  /** Saying that evidence still holds whose source is not what it was. */
  "evidence.look": checksClaim,
  /** Writing down whom the desk asked, and what came of it. */
  "contact.record": checksClaim,
  /** Address, notes and what was said off the record: insiders are who recorded it, the claims' assignees, and the authors and reviewers of their rounds. */
  "contact.details": (actor: Who, contact: ContactSubject) =>
    isEditor(actor) || (isChecker(actor) && contact.insiderIds.includes(actor.id)),
  "calculation.edit": checksClaim,
  "verdict.draft": checksClaim,
  "round.send": checksClaim,
  "round.recall": checksClaim,
  "checklist.waive": (actor: Who, claim: ClaimSubject) =>
    checksClaim(actor, claim) && (claim.priority > 1 || isEditor(actor)),
  "review.decide": (actor: Who, claim: ClaimSubject) =>
    mayReview(actor, claim.priority) && !isAuthorOf(actor, claim.article) && !claim.authorIds.includes(actor.id),
  /** An article goes out by somebody who wrote none of it, and none of what stands in it; a desk can relax that to not all of it, and where nothing is approved, to none of the article. */
  "article.signOff": (actor: Who, { article, roundAuthors }: SignOffSubject) =>
    isEditor(actor) && !isAuthorOf(actor, article) && !isBoundByRounds(actor, roundAuthors),
  /** Letting readers read what has gone out, and no longer. */
  "article.publish": (actor: Who, article: ArticleSubject) => isEditor(actor) && !isAuthorOf(actor, article),
  /** Having what has gone out looked at again. */
  "article.reopen": (actor: Who, article: ArticleSubject) => isEditor(actor) && !isAuthorOf(actor, article),
  /** A rating that settles nothing is good enough. */
  "claim.letStand": (actor: Who, claim: ClaimSubject) => checksClaim(actor, claim) && isEditor(actor),
  /** What readers and those written about say is wrong. */
  "complaint.read": (actor: Who, article: ArticleSubject) => isEditor(actor) && !isAuthorOf(actor, article),
  "complaint.decide": (actor: Who, { article, concernedIds }: ComplaintSubject) =>
    isEditor(actor) && !isAuthorOf(actor, article) && !concernedIds.includes(actor.id),
  /** Mending a typo of a verdict that stands, which takes a second person. */
  "tidy.propose": checksClaim,
  /** Saying that a mended typo changes no meaning: who may review it may. */
  "tidy.decide": (actor: Who, claim: ClaimSubject) =>
    mayReview(actor, claim.priority) && !isAuthorOf(actor, claim.article) && !claim.authorIds.includes(actor.id),
  /** Asking for a verdict that is given blind. */
  "opinion.ask": checksClaim,
  /** Giving one, which whoever has seen the first verdict may not. */
  "opinion.give": checksClaim,
  /** Going on without it. */
  "opinion.withdraw": (actor: Who, claim: ClaimSubject) => checksClaim(actor, claim) && isEditor(actor),
  /** Seeing the first verdict, and giving no second any more. */
  "verdict.lookIn": (actor: Who, claim: ClaimSubject) => actor.role !== "author" || isAuthorOf(actor, claim.article),
  /** Deciding between two verdicts as a third: whoever gave neither. */
  "opinion.adjudicate": (actor: Who, { giverId, ...claim }: AdjudicationSubject) =>
    checksClaim(actor, claim) && isEditor(actor) && giverId !== actor.id && !claim.authorIds.includes(actor.id),
  /** Proposing what the claim shall be rated, and agreeing to that: whoever gave one of the two verdicts. */
  "opinion.settle": (actor: Who, { giverId, senderId, ...claim }: AdjudicationSubject) =>
    checksClaim(actor, claim) && (giverId === actor.id || senderId === actor.id),
  /** Working notes, notes on evidence: what the desk says to itself. */
  "note.read": isChecker,
  /** Lists over all articles: an author sees their own alone. */
  "desk.read": (actor: Who) => actor.role !== "author",
  /** Checks that others made: what the desk is reminded of. */
  "known.import": isEditor,
  "source.add": isChecker,
  "source.edit": (actor: Who, source: SourceSubject) => isChecker(actor) && seesSource(actor, source),
  "source.read": seesSource,
  /** Having Stet fetch its page, or a public archive keep it: whoever may describe it, may. */
  "source.fetch": (actor: Who, source: SourceSubject) => isChecker(actor) && seesSource(actor, source),
  "workspace.set": isOwner,
} as const

/** Everything that the policy knows to ask about. */
export type Question = keyof typeof policy
type SubjectOf<Q extends Question> = (typeof policy)[Q] extends (actor: Who, subject: infer S) => boolean
  ? S
  : undefined

/** Whether a person may. For buttons and projections; acts use `authorize`. */
export function can<Q extends Question>(
  actor: Who,
  question: Q,
  ...subject: unknown extends SubjectOf<Q> ? [] : [SubjectOf<Q>]
): boolean {
  return (policy[question] as (actor: Who, subject?: unknown) => boolean)(actor, subject[0])
}

/** Refuses with `forbidden` ("not you") unless the person may. */
export function authorize<Q extends Question>(
  actor: Who,
  question: Q,
  ...subject: unknown extends SubjectOf<Q> ? [] : [SubjectOf<Q>]
): void {
  if (!can(actor, question, ...subject)) throw refuse("forbidden", `policy.${question.replace(".", "_")}`)
}

function isBoundByRounds({ id, settings: { signOff, approvals } }: Who, roundAuthors: string[][]): boolean {
  // Where anything is approved, a sign-off is a second person's, whatever is set.
  if (signOff === "anybody" && approvals === 0) return false
  const own = roundAuthors.filter((authors) => authors.includes(id)).length
  return signOff === "not_of_all" ? own > 0 && own === roundAuthors.length : own > 0
}

function seesSource(actor: Who, source: SourceSubject): boolean {
  return !source.confidential || isEditor(actor) || (isChecker(actor) && source.readerIds.includes(actor.id))
}
