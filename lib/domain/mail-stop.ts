/** Ending mails by a link that stands in them, without signing in (RFC 8058). Mails are only ever turned off by it. */
import { z } from "zod"
import { TOPICS, type Topic } from "./notice"
import type { NotificationSettings } from "./notification"

/** What a link in a mail ends: the mails of its topic, or those that come once a day. */
export const MailStopped = z.enum([...TOPICS, "digest"])
export type MailStopped = Topic | "digest"

/** `these`: what the link is about; `all`: every mail of its desk. */
export const StopMails = z.object({ token: z.string().max(200), which: z.enum(["these", "all"]) })
export type StopMails = z.infer<typeof StopMails>

/** What a page says of a link that ends mails. */
export interface MailStopView {
  workspace: { slug: string; name: string }
  of: MailStopped
  /** What is ended by now. */
  ended: "none" | "these" | "all"
}

/** The settings with those mails off: of a topic, of whatever comes once a day, or all of them. */
export function withoutMails(settings: NotificationSettings, which: MailStopped | "all"): NotificationSettings {
  const topics = { ...settings.topics }
  for (const topic of toEnd(settings, which)) topics[topic] = { ...topics[topic], mail: "none" }
  return { ...settings, topics }
}

/** Whether there is a mail left that would end. */
export const stillMails = (settings: NotificationSettings, which: MailStopped | "all"): boolean =>
  toEnd(settings, which).length > 0

function toEnd({ topics }: NotificationSettings, which: MailStopped | "all"): Topic[] {
  const mailed = TOPICS.filter((topic) => topics[topic].mail !== "none")
  if (which === "all") return mailed
  return mailed.filter((topic) => (which === "digest" ? topics[topic].mail === "digest" : topic === which))
}
