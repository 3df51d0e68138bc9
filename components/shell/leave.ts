"use client"
/** Signing out of this browser. */
import { signOut } from "next-auth/react"

/** Ends the session here. A full load, so that nothing of the account stays in the browser's memory. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  window.location.assign("/sign-in")
}
