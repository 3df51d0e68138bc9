"use client"
/**
 * Draws a page anew when others have changed what is on it: nothing that is typed, chosen or opened is touched by that. One
 * drawing at a time, and after each a pause as long as it took.
 */
import { usePathname } from "next/navigation"
import { useCallback, useEffect, useRef, useTransition } from "react"
import { connection, lastActAt, look, notice, onAgain } from "@/components/ui/connection"
import { concerns, mayDisturb } from "./concerns"
import type { LiveProps } from "./live"
import { openLine } from "./line"
import { onLive, tellLive } from "./live-news"

/** Milliseconds after an act in which it is told. */
const SHOWN_BY_ITSELF = 3_000

/** Milliseconds from one drawing to the next, at least. */
const PAUSE = 400

export default function LivePage({ workspace, member, from, drawAnew }: LiveProps) {
  const refresh = useRefresh(drawAnew)
  const path = usePathname()
  const first = useRef(from)
  useEffect(
    () =>
      openLine({ address: `/api/live/${workspace}`, name: `${workspace}:${member}`, from: first.current }, tellLive),
    [workspace, member],
  )
  useEffect(
    () =>
      onLive(({ news }) => {
        // What somebody does here shows at once; what they do in another window, or by a token, does not.
        const others = news.filter(({ by }) => by !== member || Date.now() - lastActAt() > SHOWN_BY_ITSELF)
        const mine = others.filter((one) => concerns(path, one))
        if (mine.length > 0) refresh(mine.some(mayDisturb) ? "when nobody types" : "now")
      }),
    [path, member, refresh],
  )
  return null
}

type When = "now" | "when nobody types"

/** Asks for the page to be drawn anew: now, or after the drawing under way, or once the page is looked at again. */
function useRefresh(drawAnew: LiveProps["drawAnew"]): (when: When) => void {
  const redraw = useRef(drawAnew)
  useEffect(() => {
    redraw.current = drawAnew
  })
  const [isDrawing, draw] = useTransition()
  const state = useRef({ wanted: null as When | null, begunAt: 0, notBefore: 0, isDrawing: false })
  const attempt = useRef(() => {})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const of = state.current
    attempt.current = () => {
      clearTimeout(timer)
      if (!of.wanted || of.isDrawing || connection() !== "open" || document.visibilityState === "hidden") return
      if (of.wanted === "when nobody types" && isTyping()) return
      const pause = of.notBefore - Date.now()
      if (pause > 0) return void (timer = setTimeout(() => attempt.current(), pause))
      Object.assign(of, { wanted: null, begunAt: Date.now(), isDrawing: true })
      // By an act: the router, where it reaches nobody, would leave the page for one that can't be had.
      draw(async () => {
        const answer = await redraw.current().catch(() => undefined)
        if (answer) return notice(answer)
        of.wanted = "now"
        void look()
      })
    }
    const again = () => attempt.current()
    const left = () => setTimeout(again)
    document.addEventListener("visibilitychange", again)
    document.addEventListener("focusout", left)
    const stop = onAgain(again)
    return () => {
      clearTimeout(timer)
      stop()
      document.removeEventListener("visibilitychange", again)
      document.removeEventListener("focusout", left)
    }
  }, [])
  useEffect(() => {
    const of = state.current
    if (of.isDrawing && !isDrawing) {
      Object.assign(of, { isDrawing: false, notBefore: Date.now() + Math.max(PAUSE, Date.now() - of.begunAt) })
      attempt.current()
    }
  }, [isDrawing])
  return useCallback((when: When) => {
    const of = state.current
    of.wanted = of.wanted === "now" ? "now" : when
    attempt.current()
  }, [])
}

function isTyping(): boolean {
  const at = document.activeElement
  return at instanceof HTMLElement && (at.matches("input, textarea") || at.isContentEditable)
}
