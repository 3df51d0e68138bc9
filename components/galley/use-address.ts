"use client"
/** Keeps the chosen claim in the address, so that a link to it works and a reload comes back to it. */
import { useEffect } from "react"

export function useAddress(number: number | null): void {
  useEffect(() => {
    const address = new URL(window.location.href)
    if (number === null) address.searchParams.delete("claim")
    else address.searchParams.set("claim", String(number))
    if (address.href !== window.location.href) window.history.replaceState(null, "", address)
  }, [number])
}
