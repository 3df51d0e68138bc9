"use server"

import { signedInUser } from "@/lib/auth"
import { signOutEverywhere as endSessions } from "@/lib/desk/sign-in"
import type { Answer } from "@/lib/domain/answer"
import { refuse } from "@/lib/domain/refusal"
import { answered } from "@/lib/entry"

/** Ends every session of whoever is signed in. */
export async function signOutEverywhere(): Promise<Answer<void>> {
  return answered(async () => {
    const person = await signedInUser()
    if (!person) throw refuse("signed-out", "door.signedOut")
    await endSessions(person.id)
  })
}
