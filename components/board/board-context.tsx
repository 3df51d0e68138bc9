"use client"
/** What every row of a board needs: whose board it is, who looks at it, what can be done, and where its rows lead. */
import { createContext, useContext } from "react"
import type { Act } from "@/lib/domain/answer"
import type { ArticleBoard } from "@/lib/domain/board"
import type { AssignClaims, ResumeClaim, WaitOn } from "@/lib/domain/claim"
import type { Actor, Person } from "@/lib/domain/workspace"

/** What an act of the board answers: the claim's version now. The board comes anew with it. */
export interface Arranged {
  id: string
  version: number
}

export interface BoardActs {
  waitOn: Act<WaitOn, Arranged>
  resumeClaim: Act<ResumeClaim, Arranged>
  assignClaims: Act<AssignClaims, Arranged[]>
}

export interface BoardValue {
  article: ArticleBoard["article"]
  actor: Actor
  /** Whoever may be given claims of this article. */
  checkers: Person[]
  acts: BoardActs
  /** The address of the galley. */
  galley: string
  /** When the page was drawn, so that server and browser call the same things late. */
  now: string
  /** Keeps the focus on a claim that moves to another section by what was done. */
  follow: (id: string) => void
}

const Context = createContext<BoardValue | null>(null)
export const BoardProvider = Context.Provider

export function useBoard(): BoardValue {
  const value = useContext(Context)
  if (!value) throw new Error("useBoard is for what stands on a board")
  return value
}
