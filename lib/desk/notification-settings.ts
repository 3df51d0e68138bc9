/** How people are told of things at a desk. A matter of their own: nothing of the desk changes by it. */
import { db, type Tx } from "../db"
import { NotificationSettings, type NotificationSettingsView } from "../domain/notification"
import type { Actor } from "../domain/workspace"
import { canMail } from "../outside/mail"

/** How a person is told, where mails go, and by which clock. */
export async function readNotificationSettings(actor: Actor): Promise<NotificationSettingsView> {
  const [settings, { email, zone }] = await Promise.all([
    settingsOf(db(), actor),
    db().user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true, zone: true } }),
  ])
  return { settings, email: canMail() ? email : null, zone: zone ?? "UTC" }
}

/** Sets how a person is told from now on; what they were told before is shown by it too. */
export function setNotificationSettings(actor: Actor, settings: NotificationSettings): Promise<NotificationSettings> {
  return writeSettings(db(), actor, settings)
}

/** Keeps the settings of a seat. */
export async function writeSettings(
  tx: Tx,
  { id: membershipId, workspaceId }: Pick<Actor, "id" | "workspaceId">,
  { topics, digestHour }: NotificationSettings,
): Promise<NotificationSettings> {
  const data = { topics, digestHour }
  await tx.notificationSettings.upsert({
    where: { membershipId },
    create: { membershipId, workspaceId, ...data },
    update: data,
  })
  return data
}

/** How a person is told: as by default, where they have not said otherwise. */
export async function settingsOf(tx: Tx, { id: membershipId }: Pick<Actor, "id">): Promise<NotificationSettings> {
  return settingsIn(await tx.notificationSettings.findUnique({ where: { membershipId } }))
}

/** The same of what is stored. */
export const settingsIn = (row: { topics: unknown; digestHour: number } | null): NotificationSettings =>
  NotificationSettings.parse(row ?? {})
