/** What is tried from another desk on links, snapshots and notifications. */
import { listNotifications, readNotifications, unreadNotifications } from "../notifications"
import type { Attempt } from "./furnished"

export const LINK_ATTEMPTS: Record<string, Attempt> = {
  "notifications.listNotifications": [(who) => listNotifications(who, { limit: 20 }), null],
  "notifications.readNotifications": [(who) => readNotifications(who, { notifications: "all" }), null],
  "notifications.unreadNotifications": [(who) => unreadNotifications(who), null],
}
