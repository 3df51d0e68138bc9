/**
 * What somebody at the desk is told of: one list of kinds, each under a topic that people set how they hear of; and where
 * each leads. No parser is in it: the bell is drawn from it in the browser.
 */
import type { EventAct } from "./event"

/** What people set how they are told of, in the order of the settings. */
export const TOPICS = ["talk", "work", "due", "changes", "rounds", "out", "sources"] as const
export type Topic = (typeof TOPICS)[number]

/** Every kind and its topic: one that is new is a line here, its value in the schema, and its words under `notifications.kind`. */
const TOPIC_OF = {
  mention: "talk",
  query: "talk",
  answer: "talk",
  reply: "talk",
  claim_assigned: "work",
  changes_requested: "work",
  tidy_waits: "work",
  fix_proposed: "work",
  fix_answered: "work",
  lead_given: "work",
  complaint_received: "work",
  named_second: "work",
  opinion_asked: "work",
  opinions_differ: "work",
  claim_due: "due",
  contact_due: "due",
  complaint_due: "due",
  claim_lost: "changes",
  claim_stale: "changes",
  verdict_reopened: "changes",
  round_sent: "rounds",
  round_approved: "rounds",
  round_returned: "rounds",
  adjudicated: "rounds",
  signed_off: "out",
  released: "out",
  reopened: "out",
  corrected: "out",
  passage_changed: "sources",
  page_moved: "sources",
  page_gone: "sources",
  webhook_off: "work",
} as const satisfies Record<string, Topic>

export type NotificationKind = keyof typeof TOPIC_OF
const KINDS = Object.keys(TOPIC_OF) as [NotificationKind, ...NotificationKind[]]

export const topicOf = (kind: NotificationKind): Topic => TOPIC_OF[kind]

/** The kinds of some topics. */
export const kindsOf = (topics: readonly Topic[]): NotificationKind[] =>
  KINDS.filter((kind) => topics.includes(TOPIC_OF[kind]))

/** Kinds that tell how far the work on a verdict is: nothing for whoever is to give a second opinion on the claim first. */
export const TELL_OF_VERDICTS: readonly NotificationKind[] = [
  ...([
    "changes_requested",
    "tidy_waits",
    "fix_proposed",
    "fix_answered",
    "verdict_reopened",
    "round_sent",
    "round_approved",
    "round_returned",
  ] as const),
  ...(["reopened", "corrected", "contact_due"] as const),
]

/** Kinds that tell of complaints, which not everybody reads. */
export const TELL_OF_COMPLAINTS: readonly NotificationKind[] = ["complaint_received", "complaint_due"]

/**
 * What the log tells those who follow a claim or an article, by its act; the first that fits is what of one claim is told.
 * `closely`: told to those who work on it or have asked to hear of it, not to whoever leads its article by that alone.
 */
export const TOLD_FOLLOWERS: readonly { act: EventAct; kind: NotificationKind; closely?: true }[] = [
  { act: "claim.lost", kind: "claim_lost" },
  { act: "claim.stale", kind: "claim_stale" },
  { act: "claim.reopened", kind: "reopened" },
  { act: "approval.withdrawn", kind: "verdict_reopened" },
  { act: "check.withdrawn", kind: "verdict_reopened" },
  { act: "review.withdrawn", kind: "verdict_reopened" },
  { act: "review.changes_requested", kind: "round_returned" },
  { act: "review.approved", kind: "round_approved", closely: true },
  { act: "review.settled", kind: "round_approved", closely: true },
  { act: "round.sent", kind: "round_sent", closely: true },
  { act: "article.signed_off", kind: "signed_off" },
  { act: "article.released", kind: "released" },
  { act: "article.reopened", kind: "reopened" },
  { act: "correction.listed", kind: "corrected" },
]

/** Kinds that are told together where one act brings several of an article: what they tell of an article says it for each. */
export const TOLD_TOGETHER: readonly NotificationKind[] = ["claim_assigned", "claim_lost", "claim_stale", "corrected"]

/** Kinds that stand until they are read: what comes of it meanwhile is no news. Any other one takes the place of the one before. */
export const TOLD_ONCE: readonly NotificationKind[] = [
  ...(["passage_changed", "page_moved", "page_gone"] as const),
  ...(["claim_due", "contact_due", "complaint_due"] as const),
  ...(["mention", "query", "answer", "reply"] as const),
]

/** A claim that somebody is told of, and where it is. */
export interface ToldClaim {
  id: string
  number: number
  job: "ours" | "theirs"
  article: { id: string; title: string; language: string }
}

/** A comment that somebody is told of: by whom, on which claim if on one, and how it begins. */
export interface ToldComment {
  id: string
  by: string
  words: string
  claim: Pick<ToldClaim, "number" | "job"> | null
  article: ToldClaim["article"]
}

/** One thing that somebody is told. Times are ISO 8601 in UTC. */
export interface NotificationView {
  id: string
  kind: NotificationKind
  /** Where it is about an article, or about several claims of it. */
  article: ToldClaim["article"] | null
  /** Where it is about one claim of theirs alone; of several, the source's page tells. */
  claim: ToldClaim | null
  source: { id: string; title: string } | null
  comment: ToldComment | null
  at: string
  readAt: string | null
}

/** What the bell says: how many are unread, and the newest. */
export interface Notifications {
  unread: number
  items: NotificationView[]
  next: string | null
}

/** Screens of an article that some kinds lead to where they are about it whole. */
const SCREENS: Partial<Record<NotificationKind, string>> = {
  claim_due: "/board",
  claim_lost: "/placing",
  claim_stale: "/placing",
  complaint_received: "/sign-off",
  complaint_due: "/sign-off",
  signed_off: "/sign-off",
  released: "/sign-off",
  named_second: "/sign-off",
}

/** Where it leads, below the address of its workspace: a claim and a comment have their place in the galley; of several claims on a source, that tells. */
export function placeOf({ kind, article, claim, source, comment }: NotificationView): string {
  if (comment) return `/articles/${comment.article.id}?comment=${comment.id}`
  if (claim) return `/articles/${claim.article.id}?claim=${claim.number}`
  if (article) return `/articles/${article.id}${SCREENS[kind] ?? ""}`
  if (kind === "webhook_off") return "/settings/webhooks"
  return source ? `/sources/${source.id}` : ""
}
