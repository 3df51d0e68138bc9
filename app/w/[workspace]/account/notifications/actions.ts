"use server"

import { refresh } from "next/cache"
import * as settings from "@/lib/desk/notification-settings"
import { NotificationSettings } from "@/lib/domain/notification"
import { action } from "@/lib/entry"

/** The page comes anew with the answer, and the bell with it. */
export const setNotificationSettings = action(NotificationSettings, async (actor, input) => {
  const value = await settings.setNotificationSettings(actor, input)
  refresh()
  return value
})
