/** How people are told of things, and what can be asked of what they were told. */
import { z } from "zod"
import { Id } from "./id"
import { TOPICS, type Topic } from "./notice"

/** How somebody hears of a topic by mail. */
export const MailChoice = z.enum(["none", "instant", "digest"])
export type MailChoice = z.infer<typeof MailChoice>

/** How somebody hears of a topic. */
const TopicChoice = z.object({ app: z.boolean(), mail: MailChoice })
export type TopicChoice = z.infer<typeof TopicChoice>

/** What wants an answer comes by mail at once, what wants work once a day; all else is there when one looks. */
const DEFAULTS: Record<Topic, TopicChoice> = {
  talk: { app: true, mail: "instant" },
  work: { app: true, mail: "digest" },
  due: { app: true, mail: "digest" },
  changes: { app: true, mail: "none" },
  rounds: { app: true, mail: "none" },
  out: { app: true, mail: "none" },
  sources: { app: true, mail: "none" },
}

/** By topic; one that was never set, or does not exist yet in what is stored, is as by default. */
const Topics = z.object(
  Object.fromEntries(TOPICS.map((topic) => [topic, TopicChoice.default(() => ({ ...DEFAULTS[topic] }))])) as Record<
    Topic,
    z.ZodDefault<typeof TopicChoice>
  >,
)

/** How a person is told at one desk. `digestHour` is of the day's mail, by their own clock. */
export const NotificationSettings = z.object({
  topics: Topics.prefault({}),
  digestHour: z.number().int().min(0).max(23).default(7),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

/** What a person sees of how they are told. */
export interface NotificationSettingsView {
  settings: NotificationSettings
  /** Where mails go; null where Stet sends none. */
  email: string | null
  /** The clock that the day's mail goes by (IANA), as far as it is known. */
  zone: string
}

/** The topics that somebody does not want to see in Stet. */
export const hiddenTopics = ({ topics }: NotificationSettings): Topic[] => TOPICS.filter((one) => !topics[one].app)

/** Following by one's own word: an article, or a claim, which comes before what was said of its article. */
export const FollowArticle = z.object({ articleId: Id, follows: z.boolean() })
export type FollowArticle = z.infer<typeof FollowArticle>
export const FollowClaim = z.object({ claimId: Id, follows: z.boolean() })
export type FollowClaim = z.infer<typeof FollowClaim>

export const ListNotifications = z.object({
  /** The id of the last one seen. */
  cursor: Id.optional(),
  limit: z.number().int().min(1).max(100).default(20),
})
export type ListNotifications = z.input<typeof ListNotifications>

export const ReadNotifications = z.object({
  /** One of them, or all there are. */
  notifications: z.union([z.array(Id).max(100), z.literal("all")]),
})
export type ReadNotifications = z.infer<typeof ReadNotifications>
