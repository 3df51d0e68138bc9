"use client"
/** Keeps what is looked at in the address, so that a reload and a shared link open the same. */
import { useEffect } from "react"

/** Null leaves a name out. */
export function useAddress(shown: Record<string, string | null>): void {
  const asked = JSON.stringify(shown)
  useEffect(() => {
    const address = new URL(window.location.href)
    for (const [name, value] of Object.entries(JSON.parse(asked) as typeof shown)) {
      if (value === null) address.searchParams.delete(name)
      else address.searchParams.set(name, value)
    }
    if (address.href !== window.location.href) window.history.replaceState(null, "", address)
  }, [asked])
}
