/**
 * Events: what happened, by whom, when. This file names every act that can be told and what is told of it.
 * A payload never holds confidential words: ids, names of fields, ratings, numbers.
 */
import type { Person } from "./workspace"

/** Every act that the log knows. Past tense: it has happened. */
export type EventAct =
  | "workspace.created"
  | "workspace.publishing_set"
  | "session.ended_everywhere"
  | "session.ended"
  | "account.renamed"
  | "account.password_changed"
  | "account.password_reset"
  | "account.email_changed"
  | "account.second_factor_added"
  | "account.second_factor_removed"
  | "account.recovery_codes_made"
  | "account.recovery_code_used"
  | "account.identity_linked"
  | "account.reclaimed"
  | "workspace.sign_in_set"
  | "token.created"
  | "token.revoked"
  | "webhook.made"
  | "webhook.removed"
  | "webhook.switched_off"
  | "webhook.switched_on"
  | "rules.set"
  | "retention.set"
  | "notifications.dropped"
  | "scale.saved"
  | "scale.offered"
  | "scale.retired"
  | "scale.restored"
  | "member.role_changed"
  | "member.deactivated"
  | "member.reactivated"
  | "member.erased"
  | "member.invited"
  | "member.joined"
  | "invitation.resent"
  | "invitation.revoked"
  | "article.imported"
  | "article.edited"
  | "article.archived"
  | "article.restored"
  | "article.deleted"
  | "article.erased"
  | "revision.added"
  | "import.received"
  | "import.asked"
  | "import.answered"
  | "import.refused"
  | "import.stopped"
  | "export.asked"
  | "export.stopped"
  | "coverage.marked"
  | "coverage.unmarked"
  | "claim.marked"
  | "claim.edited"
  | "claim.stale"
  | "claim.lost"
  | "claim.context_changed"
  | "claim.placed"
  | "claim.reanchored"
  | "claim.withdrawn"
  | "claim.restored"
  | "claim.assigned"
  | "claim.due"
  | "claim.waiting"
  | "claim.resumed"
  | "earlier.dismissed"
  | "earlier.recalled"
  | "evidence.added"
  | "evidence.edited"
  | "evidence.removed"
  | "evidence.flagged"
  | "evidence.looked"
  | "contact.recorded"
  | "contact.edited"
  | "contact.due"
  | "contact.details_erased"
  | "calculation.added"
  | "calculation.edited"
  | "calculation.removed"
  | "verdict.drafted"
  | "round.sent"
  | "round.recalled"
  | "round.overtaken"
  | "review.approved"
  | "review.changes_requested"
  | "review.withdrawn"
  | "review.settled"
  | "opinion.asked"
  | "opinion.drawn"
  | "opinion.taken"
  | "opinion.returned"
  | "opinion.given"
  | "opinion.revealed"
  | "opinion.withdrawn"
  | "verdict.looked_in"
  | "adjudication.proposed"
  | "adjudication.decided"
  | "fix.proposed"
  | "fix.dropped"
  | "fix.answered"
  | "fix.accepted"
  | "fix.declined"
  | "remark.decided"
  | "comment.written"
  | "comment.replied"
  | "comment.answered"
  | "comment.edited"
  | "comment.resolved"
  | "comment.reopened"
  | "legal.held"
  | "legal.cleared"
  | "approval.withdrawn"
  | "check.withdrawn"
  | "tidy.proposed"
  | "tidy.confirmed"
  | "tidy.refused"
  | "source.added"
  | "source.edited"
  | "source.merged"
  | "source.archive_asked"
  | "source.archived"
  | "source.archive_failed"
  | "snapshot.asked"
  | "snapshot.taken"
  | "link.checked"
  | "link.changed"
  | "link.moved"
  | "link.gone"
  | "link.back"
  | "file.read"
  | "article.signed_off"
  | "article.released"
  | "article.reopened"
  | "article.published"
  | "article.unpublished"
  | "claim.reopened"
  | "claim.let_stand"
  | "correction.listed"
  | "complaint.recorded"
  | "complaint.decided"
  | "complaint.due"
  | "known_checks.imported"
  | "known_checks.removed"
  | "file.received"

/** What an event is about. */
export interface EventSubjects {
  article?: string
  claim?: string
  round?: string
  evidence?: string
  source?: string
  /** All of them, where it is about more than one: told to nobody who may not see each. */
  sources?: string[]
  contact?: string
  comment?: string
  calculation?: string
  opinion?: string
  adjudication?: string
  signOff?: string
  reopening?: string
  complaint?: string
  membership?: string
  token?: string
  webhook?: string
  scale?: string
  invitation?: string
  import?: string
  export?: string
  file?: string
}

/** An event about to be told. `stream` is an article's id, or the workspace's for what belongs to no article. */
export interface NewEvent {
  stream: string
  act: EventAct
  subjects: EventSubjects
  payload: Record<string, unknown>
}

/**
 * One line of a history. Times are ISO 8601 in UTC. It has no number: one that is left out would show what a reader may
 * not know.
 */
export interface EventView {
  id: string
  act: EventAct
  actor: Person | null
  subjects: EventSubjects
  payload: Record<string, unknown>
  at: string
}

/** What may be told of a claim to whoever may not see its verdict: of its words, and of how it is arranged. */
export const OPEN_ACTS = [
  "claim.marked",
  "claim.edited",
  "claim.stale",
  "claim.lost",
  "claim.context_changed",
  "claim.placed",
  "claim.reanchored",
  "claim.withdrawn",
  "claim.restored",
  "claim.assigned",
  "opinion.asked",
  "opinion.drawn",
  "opinion.taken",
  "opinion.returned",
] as const satisfies EventAct[]

/** The sources that an event is about. */
export const sourcesIn = ({ source, sources }: EventSubjects): string[] => sources ?? (source ? [source] : [])

/** The hash that a chain of events starts from. */
export const CHAIN_START = "0".repeat(64)

/** An event about a claim, in its article's stream. */
export function claimEvent(
  act: EventAct,
  claim: { id: string; articleId: string; number: number },
  payload: Record<string, unknown> = {},
  subjects: EventSubjects = {},
): NewEvent {
  const about = { article: claim.articleId, claim: claim.id, ...subjects }
  return { stream: claim.articleId, act, subjects: about, payload: { number: claim.number, ...payload } }
}
