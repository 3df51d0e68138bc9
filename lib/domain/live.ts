/** What a page is told while it is open: that something happened, and who is there. Ids alone: what it is, it then asks. */
import { z } from "zod"
import type { EventAct } from "./event"
import { Id } from "./id"
import type { Person } from "./workspace"

/** That something happened, as far as its reader may know that. */
export interface News {
  act: EventAct
  /** Where: null at the desk. */
  articleId: string | null
  claimId: string | null
  /** Whose act it was: a membership; null where Stet did it by itself. */
  by: string | null
}

/** What is told at once. */
export interface LiveMessage {
  news: News[]
  /** Articles at which somebody has come, gone, or turned to another claim. */
  presence: string[]
  /** How many notifications the person has not read; null where that is as it was. */
  unread: number | null
  /** Something may have happened that is told no more: it has to be looked for. */
  missed?: true
}

/** Where a tab is: said anew while it is there. */
export const Here = z.object({
  articleId: Id,
  claimId: Id.nullable(),
  tab: z.uuid(),
  /** `gone`: it is being left. */
  state: z.enum(["here", "gone"]),
})
export type Here = z.infer<typeof Here>

/** Somebody who has an article open, and the claims that they are at. */
export interface Present extends Person {
  claimIds: string[]
}
