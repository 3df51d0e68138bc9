"use client"
/** Going out and coming in by a full load, so that nothing of one account stays in the browser's memory for the next. */
import { signOut } from "next-auth/react"
import { sendBeforeLeaving } from "@/components/review/postbox"

/** Loads a page of this site anew. */
export function loadPage(path: string): void {
  window.location.assign(path)
}

/** Ends the session in this browser. */
export async function leave(): Promise<void> {
  await sendBeforeLeaving()
  await signOut({ redirect: false })
  loadPage("/sign-in")
}
