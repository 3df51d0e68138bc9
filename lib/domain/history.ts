/** The log as people read it: what can be asked of it, and what it tells of each event. It says what kinds of acts there are. */
import { z } from "zod"
import { CalendarDate } from "./article"
import { addDays, startOfDay, type Clock } from "./days"
import type { EventAct, EventView } from "./event"
import { Id } from "./id"
import type { Job } from "./scale"
import type { Person } from "./workspace"

/** What acts are about, as they are asked for: the text, its claims, what they rest on, verdicts, what is said, the desk. */
export const HistoryKind = z.enum(["text", "claims", "sources", "verdicts", "words", "desk"])
export type HistoryKind = z.infer<typeof HistoryKind>

/** Of every act, its kind: an act that is new is of one as well. */
export const KIND_OF: Record<EventAct, HistoryKind> = {
  "workspace.created": "desk",
  "workspace.publishing_set": "desk",
  "session.ended_everywhere": "desk",
  "session.ended": "desk",
  "account.renamed": "desk",
  "account.password_changed": "desk",
  "account.password_reset": "desk",
  "account.email_changed": "desk",
  "account.second_factor_added": "desk",
  "account.second_factor_removed": "desk",
  "account.recovery_codes_made": "desk",
  "account.recovery_code_used": "desk",
  "account.identity_linked": "desk",
  "account.reclaimed": "desk",
  "workspace.sign_in_set": "desk",
  "token.created": "desk",
  "token.revoked": "desk",
  "webhook.made": "desk",
  "webhook.removed": "desk",
  "webhook.switched_off": "desk",
  "webhook.switched_on": "desk",
  "rules.set": "desk",
  "retention.set": "desk",
  "notifications.dropped": "desk",
  "scale.saved": "desk",
  "scale.offered": "desk",
  "scale.retired": "desk",
  "scale.restored": "desk",
  "member.role_changed": "desk",
  "member.deactivated": "desk",
  "member.reactivated": "desk",
  "member.erased": "desk",
  "member.invited": "desk",
  "member.joined": "desk",
  "invitation.resent": "desk",
  "invitation.revoked": "desk",
  "article.imported": "text",
  "article.edited": "text",
  "article.archived": "text",
  "article.restored": "text",
  "article.deleted": "text",
  "article.erased": "text",
  "revision.added": "text",
  "import.received": "text",
  "import.asked": "text",
  "import.answered": "text",
  "import.refused": "text",
  "import.stopped": "text",
  "export.asked": "text",
  "export.stopped": "text",
  "coverage.marked": "text",
  "coverage.unmarked": "text",
  "claim.marked": "claims",
  "claim.edited": "claims",
  "claim.stale": "claims",
  "claim.lost": "claims",
  "claim.context_changed": "claims",
  "claim.placed": "claims",
  "claim.reanchored": "claims",
  "claim.withdrawn": "claims",
  "claim.restored": "claims",
  "claim.assigned": "claims",
  "claim.due": "claims",
  "claim.waiting": "claims",
  "claim.resumed": "claims",
  "earlier.dismissed": "claims",
  "earlier.recalled": "claims",
  "evidence.added": "sources",
  "evidence.edited": "sources",
  "evidence.removed": "sources",
  "evidence.flagged": "sources",
  "evidence.looked": "sources",
  "contact.recorded": "sources",
  "contact.edited": "sources",
  "contact.due": "sources",
  "contact.details_erased": "sources",
  "calculation.added": "sources",
  "calculation.edited": "sources",
  "calculation.removed": "sources",
  "verdict.drafted": "verdicts",
  "round.sent": "verdicts",
  "round.recalled": "verdicts",
  "round.overtaken": "verdicts",
  "review.approved": "verdicts",
  "review.changes_requested": "verdicts",
  "review.withdrawn": "verdicts",
  "review.settled": "verdicts",
  "opinion.asked": "verdicts",
  "opinion.drawn": "verdicts",
  "opinion.taken": "verdicts",
  "opinion.returned": "verdicts",
  "opinion.given": "verdicts",
  "opinion.revealed": "verdicts",
  "opinion.withdrawn": "verdicts",
  "verdict.looked_in": "verdicts",
  "adjudication.proposed": "verdicts",
  "adjudication.decided": "verdicts",
  "fix.proposed": "verdicts",
  "fix.dropped": "verdicts",
  "fix.answered": "verdicts",
  "fix.accepted": "verdicts",
  "fix.declined": "verdicts",
  "remark.decided": "words",
  "comment.written": "words",
  "comment.replied": "words",
  "comment.answered": "words",
  "comment.edited": "words",
  "comment.resolved": "words",
  "comment.reopened": "words",
  "legal.held": "words",
  "legal.cleared": "words",
  "approval.withdrawn": "verdicts",
  "check.withdrawn": "verdicts",
  "tidy.proposed": "verdicts",
  "tidy.confirmed": "verdicts",
  "tidy.refused": "verdicts",
  "article.signed_off": "text",
  "article.released": "text",
  "article.reopened": "text",
  "article.published": "text",
  "article.unpublished": "text",
  "claim.reopened": "claims",
  "claim.let_stand": "verdicts",
  "correction.listed": "text",
  "complaint.recorded": "words",
  "complaint.decided": "words",
  "complaint.due": "words",
  "source.added": "sources",
  "source.edited": "sources",
  "source.merged": "sources",
  "source.archive_asked": "sources",
  "source.archived": "sources",
  "source.archive_failed": "sources",
  "snapshot.asked": "sources",
  "snapshot.taken": "sources",
  "link.checked": "sources",
  "link.changed": "sources",
  "link.moved": "sources",
  "link.gone": "sources",
  "link.back": "sources",
  "file.read": "sources",
  "known_checks.imported": "sources",
  "known_checks.removed": "sources",
  "file.received": "sources",
}

/** Every act that the log knows. */
export const ALL_ACTS = Object.keys(KIND_OF) as EventAct[]

/** The acts of a kind. */
export const actsOf = (kind: HistoryKind): EventAct[] => ALL_ACTS.filter((act) => KIND_OF[act] === kind)

/** What an address may ask for; a value that is none of these asks for nothing. Days are the reader's, both included. */
export const HistoryFilters = z.object({
  /** A person by their membership, whoever looks, or Stet itself. */
  who: z
    .union([z.enum(["me", "stet"]), Id])
    .optional()
    .catch(undefined),
  kind: HistoryKind.optional().catch(undefined),
  from: CalendarDate.optional().catch(undefined),
  to: CalendarDate.optional().catch(undefined),
})
export type HistoryFilters = z.output<typeof HistoryFilters>

/** How a history goes into a file: a table, or a line of JSON for each event. */
export const HistoryFormat = z.enum(["csv", "jsonl"])
export type HistoryFormat = z.infer<typeof HistoryFormat>

/** A line of a history with what it is about, as far as its reader may see that. */
export interface HistoryItem extends EventView {
  article: { id: string; title: string; language: string } | null
  /** One that was withdrawn has its number still, and no place in the text. */
  claim: { number: number; job: Job; withdrawn: boolean } | null
  source: { id: string; title: string } | null
  /** Whom it is about, where that is not who did it. */
  member: Person | null
}

/** A page of a history, the newest first. */
export interface HistoryPage {
  items: HistoryItem[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

/** From the first instant of the period to before the one after it; null where it is open. */
export function instantsOf({ from, to }: HistoryFilters, { zone }: Clock): { since: Date | null; before: Date | null } {
  return {
    since: from ? startOfDay(from, zone) : null,
    before: to ? startOfDay(addDays(to, 1), zone) : null,
  }
}
