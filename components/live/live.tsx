"use client"
/** Keeps the pages of a workspace as others leave it. What does that comes once the page itself is done with coming. */
import { useEffect, useState } from "react"
import type { Act } from "@/lib/domain/answer"
import { lateCode } from "@/components/ui/late-code"

export interface LiveProps {
  /** Its slug. */
  workspace: string
  /** The reader, as a member of it. */
  member: string
  /** Where the log was when the page was drawn. */
  from: string
  /** Has the page drawn anew. */
  drawAnew: Act<void, void>
}

const keeper = lateCode(() => import("./live-page"))

/** Milliseconds: whoever has just come reads first. */
const LATE = 300

export function Live(props: LiveProps) {
  const [{ Page }, setPage] = useState(() => ({ Page: keeper.here() }))
  useEffect(() => {
    if (Page) return
    // Where it can't be fetched the page stays as it is drawn.
    const timer = setTimeout(() => void keeper.bring().then((come) => setPage({ Page: come })), LATE)
    return () => clearTimeout(timer)
  }, [Page])
  return Page && <Page {...props} />
}
