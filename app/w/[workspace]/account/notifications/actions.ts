"use server"

import * as settings from "@/lib/desk/notification-settings"
import { NotificationSettings } from "@/lib/domain/notification"
import { action, redrawn } from "@/lib/entry"

/** The page comes anew with the answer, and the bell with it. */
export const setNotificationSettings = action(NotificationSettings, redrawn(settings.setNotificationSettings))
