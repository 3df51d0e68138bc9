"use client"
/** What stands on the screen of an article's texts needs: whose they are, where to send another, and what can be done. */
import { createContext, useContext } from "react"
import type { Act } from "@/lib/domain/answer"
import type { RestoreRevision, RevisionList, RevisionResult } from "@/lib/domain/revision"

export interface RevisionActs {
  restoreRevision: Act<RestoreRevision, RevisionResult>
}

export interface RevisionsValue {
  /** Who looks at it, by their membership. */
  me: string
  article: RevisionList["article"]
  /** The text that is worked on. */
  current: { id: string; number: number }
  /** Where texts of this article are sent. */
  uploads: string
  /** The address of the galley. */
  galley: string
  acts: RevisionActs
}

const Context = createContext<RevisionsValue | null>(null)
export const RevisionsProvider = Context.Provider

export function useRevisions(): RevisionsValue {
  const value = useContext(Context)
  if (!value) throw new Error("useRevisions is for what stands on the screen of an article's texts")
  return value
}
