"use client"
/**
 * Draws a page anew when others have changed what is on it: nothing that is typed, chosen or opened is touched by that. One
 * drawing at a time, and after each a pause several times as long as it took: many pages are drawn for many events.
 */
import { usePathname } from "next/navigation"
import { useCallback, useEffect, useRef, useState, useTransition } from "react"
import { connection, lastActAt, look, notice, onAgain } from "@/components/ui/connection"
import type { News } from "@/lib/domain/live"
import { isAtWork, onRest } from "./at-work"
import { concerns, keepsCaret } from "./concerns"
import type { LiveProps } from "./live"
import { openLine } from "./line"
import { onLive, tellLive } from "./live-news"
import { recentNews } from "./recent-news"

/** Milliseconds after an act in which it is told. */
const SHOWN_BY_ITSELF = 3_000

/** Milliseconds from one drawing to the next, at least; and how many times as long as it took. */
const PAUSE = 400
const REST = 2

/** Milliseconds from the way back, or on, until the page that it leads to is shown. */
const WAY_BACK = 5_000

export default function LivePage({ workspace, member, from, drawAnew }: LiveProps) {
  const refresh = useRefresh(drawAnew)
  const path = usePathname()
  const first = useRef(from)
  const [recent] = useState(recentNews)
  const wentBackAt = useRef(-Infinity)
  useEffect(() => {
    const back = () => void (wentBackAt.current = Date.now())
    window.addEventListener("popstate", back)
    return () => window.removeEventListener("popstate", back)
  }, [])
  useEffect(() => {
    const line = { address: `/api/live/${workspace}?as=${member}`, name: `${workspace}:${member}`, from: first.current }
    return openLine(line, tellLive)
  }, [workspace, member])
  useEffect(() => {
    const show = (news: readonly News[], missed: boolean) => {
      const mine = news.filter((one) => concerns(path, one))
      const mayBeAnother = missed || mine.some(({ act }) => act === "revision.added")
      if (mayBeAnother && !keepsCaret(path)) refresh("when nobody types")
      else if (missed || mine.length > 0) refresh("now")
    }
    // The way back shows a page as it was left; any other fetches it, and something may be told on the way.
    const how = Date.now() - wentBackAt.current < WAY_BACK ? "as it was left" : "fetched"
    for (const { news, others, missed } of recent.lackedBy(path, Date.now(), how))
      show(how === "fetched" ? others : news, missed)
    const stop = onLive(({ news, missed = false }) => {
      // What somebody does here shows at once; what they do in another window, or by a token, does not.
      const others = news.filter(({ by }) => by !== member || Date.now() - lastActAt() > SHOWN_BY_ITSELF)
      recent.hear({ at: Date.now(), news, others, missed })
      show(others, missed)
    })
    return () => {
      stop()
      recent.leave(path, Date.now())
    }
  }, [path, member, refresh, recent])
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
      if (of.wanted === "when nobody types" && isAtWork()) return
      const pause = of.notBefore - Date.now()
      if (pause > 0) return void (timer = setTimeout(() => attempt.current(), pause))
      Object.assign(of, { wanted: null, begunAt: Date.now(), isDrawing: true })
      // By an act: the router, where it reaches nobody, would leave the page for one that can't be had.
      draw(async () => {
        const answer = await redraw.current().catch(() => undefined)
        if (answer) return notice(answer)
        of.wanted ??= "now"
        void look()
      })
    }
    const again = () => attempt.current()
    document.addEventListener("visibilitychange", again)
    const stops = [onAgain(again), onRest(again)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      document.removeEventListener("visibilitychange", again)
    }
  }, [])
  useEffect(() => {
    const of = state.current
    if (of.isDrawing && !isDrawing) {
      Object.assign(of, { isDrawing: false, notBefore: Date.now() + Math.max(PAUSE, REST * (Date.now() - of.begunAt)) })
      attempt.current()
    }
  }, [isDrawing])
  return useCallback((when: When) => {
    const of = state.current
    // What comes after another text can't be shown without it.
    of.wanted = of.wanted === "when nobody types" ? of.wanted : when
    attempt.current()
  }, [])
}
