"use client"
/** Tells the server the reader's time zone once, and draws the page again if its dates were in another. */
import { useRouter } from "next/navigation"
import { useTimeZone } from "next-intl"
import { useEffect } from "react"
import { keepZone } from "./preferences"

export function ReaderZone() {
  const router = useRouter()
  const drawnIn = useTimeZone()
  useEffect(() => {
    if (keepZone(drawnIn ?? "UTC") === "kept") router.refresh()
  }, [router, drawnIn])
  return null
}
