/** What is tried from another desk on links, snapshots and notifications. */
import { lookAtEvidence } from "../evidence"
import { listNotifications, readNotifications, unreadNotifications } from "../notifications"
import { archiveSource } from "../public-archive"
import { compareSnapshots, listSnapshots, readLink, takeSnapshot } from "../snapshots"
import type { Attempt } from "./furnished"

export const LINK_ATTEMPTS: Record<string, Attempt> = {
  "evidence.lookAtEvidence": [(who, { evidenceId }) => lookAtEvidence(who, { evidenceId }), "not-found"],
  "notifications.listNotifications": [(who) => listNotifications(who, { limit: 20 }), null],
  "notifications.readNotifications": [(who) => readNotifications(who, { notifications: "all" }), null],
  "notifications.unreadNotifications": [(who) => unreadNotifications(who), null],
  "public-archive.archiveSource": [(who, { sourceId }) => archiveSource(who, { sourceId }), "not-found"],
  "snapshots.compareSnapshots": [
    (who, { sourceId }) => compareSnapshots(who, { sourceId, from: sourceId, to: sourceId }),
    "not-found",
  ],
  "snapshots.listSnapshots": [(who, { sourceId }) => listSnapshots(who, sourceId), null],
  "snapshots.readLink": [(who, { sourceId }) => readLink(who, sourceId), "not-found"],
  "snapshots.takeSnapshot": [(who, { sourceId }) => takeSnapshot(who, { sourceId }), "not-found"],
}
