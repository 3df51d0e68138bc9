"use client"
/**
 * The chosen claim in the address, so that a link to it works and a reload comes back to it; and the other way round:
 * what the address comes to name while the galley is open, by a link, the palette or the way back, is chosen.
 */
import { useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import { numberIn } from "@/lib/domain/words"

export function useAddress(number: number | null, choose: (number: number) => void): void {
  const named = useSearchParams().get("claim")
  const latest = useRef({ number, choose })
  useEffect(() => {
    latest.current = { number, choose }
  })
  useEffect(() => {
    const address = new URL(window.location.href)
    const before = address.searchParams.get("claim")
    // A comment of the claim before is none of this one.
    if (before !== null && before !== String(number)) address.searchParams.delete("comment")
    if (number === null) address.searchParams.delete("claim")
    else {
      address.searchParams.set("claim", String(number))
      address.searchParams.delete("sentence")
    }
    if (address.href !== window.location.href) window.history.replaceState(null, "", address)
  }, [number])
  useEffect(() => {
    // What was written above is told again a moment later, when the next claim may be chosen already: the address itself counts.
    const now = numberIn(new URL(window.location.href).searchParams.get("claim") ?? "")
    if (now !== null && now !== latest.current.number) latest.current.choose(now)
  }, [named])
}
