"use client"
/** Around a board: its keys, and the focus, which stays with a claim that moves. */
import { useRouter } from "next/navigation"
import { useEffect, useMemo, useRef, type ReactNode } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { watched } from "@/components/ui/connection"
import type { ArticleBoard } from "@/lib/domain/board"
import type { Person } from "@/lib/domain/workspace"
import { BoardProvider, type BoardActs, type BoardValue } from "./board-context"
import { goToRow, stepRow } from "@/components/ui/rows"

export interface BoardFrameProps extends Pick<BoardValue, "actor" | "galley" | "now"> {
  article: ArticleBoard["article"]
  checkers: Person[]
  acts: BoardActs
  children: ReactNode
}

export function BoardFrame({ acts, checkers, children, ...given }: BoardFrameProps) {
  const router = useRouter()
  const board = useRef<HTMLDivElement>(null)
  const follow = useFollowing(board, given.now)
  const { article, galley } = given
  const { waitOn, resumeClaim, assignClaims } = acts
  const seen = useMemo(
    () => ({ waitOn: watched(waitOn), resumeClaim: watched(resumeClaim), assignClaims: watched(assignClaims) }),
    [waitOn, resumeClaim, assignClaims],
  )
  const may = checkers.filter(({ id }) => !article.authorIds.includes(id))
  useKeys({
    "claim.next": () => stepRow(board.current, 1),
    "claim.previous": () => stepRow(board.current, -1),
    "text.back": () => router.push(galley),
  })
  return (
    <BoardProvider value={{ ...given, checkers: may, acts: seen, follow }}>
      <div ref={board}>{children}</div>
    </BoardProvider>
  )
}

/** What was pressed goes with the claim's row; once the board is drawn anew the focus is on that claim again. */
function useFollowing(board: React.RefObject<HTMLDivElement | null>, drawn: string): (id: string) => void {
  const followed = useRef<string | null>(null)
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (followed.current && lost) goToRow(board.current, followed.current)
    followed.current = null
  }, [board, drawn])
  return (id) => {
    followed.current = id
  }
}
