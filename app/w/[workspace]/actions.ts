"use server"

import { z } from "zod"
import { signedInUser } from "@/lib/auth"
import * as notifications from "@/lib/desk/notifications"
import { takeNext as takeNextClaim } from "@/lib/desk/taking"
import * as search from "@/lib/desk/search"
import { signOutEverywhere as endSessions } from "@/lib/desk/sign-in"
import type { Answer } from "@/lib/domain/answer"
import { ListNotifications, ReadNotifications } from "@/lib/domain/notification"
import { refuse } from "@/lib/domain/refusal"
import { SearchDesk } from "@/lib/domain/search"
import { action, answered } from "@/lib/entry"

export const listNotifications = action(ListNotifications, notifications.listNotifications)
export const readNotifications = action(ReadNotifications, notifications.readNotifications)
export const takeNext = action(z.void(), (actor) => takeNextClaim(actor))
export const searchDesk = action(SearchDesk, search.searchDesk)

/** Ends every session of whoever is signed in. */
export async function signOutEverywhere(): Promise<Answer<void>> {
  return answered(async () => {
    const person = await signedInUser()
    if (!person) throw refuse("signed-out", "door.signedOut")
    await endSessions(person.id)
  })
}
