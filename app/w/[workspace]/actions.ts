"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import * as notifications from "@/lib/desk/notifications"
import { takeNext as takeNextClaim } from "@/lib/desk/taking"
import * as search from "@/lib/desk/search"
import { signOutEverywhere as endSessions } from "@/lib/desk/sign-in"
import { ListNotifications, ReadNotifications } from "@/lib/domain/notification"
import { SearchDesk } from "@/lib/domain/search"
import { action, personAction } from "@/lib/entry"

export const listNotifications = action(ListNotifications, notifications.listNotifications)
export const readNotifications = action(ReadNotifications, notifications.readNotifications)
export const takeNext = action(z.void(), (actor) => takeNextClaim(actor))
/** The page comes anew with the answer. */
export const drawAnew = action(z.void(), async () => refresh())
export const searchDesk = action(SearchDesk, search.searchDesk)

/** Ends every session of whoever is signed in. */
export const signOutEverywhere = personAction(z.void(), ({ id }) => endSessions(id))
