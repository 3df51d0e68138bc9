/** What somebody at the desk is told of: what became of the pages that their claims rest on, and answers that are due, and what is said to them. */
import { z } from "zod"
import { Id } from "./id"

/** What somebody is told of a comment: they are named, asked, answered, or what they take part in goes on. */
const COMMENT_KINDS = ["mention", "query", "answer", "reply"] as const

export const NotificationKind = z.enum([
  "passage_changed",
  "page_moved",
  "page_gone",
  "contact_due",
  "claim_due",
  ...COMMENT_KINDS,
  "opinion_asked",
  "opinions_differ",
  "adjudicated",
])
export type NotificationKind = z.infer<typeof NotificationKind>

export const ListNotifications = z.object({
  /** The id of the last one seen. */
  cursor: Id.optional(),
  limit: z.number().int().min(1).max(100).default(20),
})
export type ListNotifications = z.input<typeof ListNotifications>

export const ReadNotifications = z.object({
  /** One of them, or all there are. */
  notifications: z.union([z.array(Id).max(100), z.literal("all")]),
})
export type ReadNotifications = z.infer<typeof ReadNotifications>

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
