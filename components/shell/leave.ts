"use client"
/** Going out and coming in by a full load, so that nothing of one account stays in the browser's memory for the next. */
import { sendBeforeLeaving } from "@/components/review/postbox"

/** Loads a page of this site anew. */
export function loadPage(path: string): void {
  window.location.assign(path)
}

/** Ends the session in this browser. */
export async function leave(): Promise<void> {
  await sendBeforeLeaving()
  // Every screen can be left, few are: what it takes comes when it is wanted.
  const { signOut } = await import("next-auth/react")
  await signOut({ redirect: false })
  loadPage("/sign-in")
}
