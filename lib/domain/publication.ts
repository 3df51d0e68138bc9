/** Publishing: what has gone out can be read by everybody. Values in, a refusal or nothing out; who may is the policy's. */
import { z } from "zod"
import { WebAddress } from "./article"
import { Id } from "./id"
import { refuse } from "./refusal"
import type { GoneOut } from "./sign-off"

export const PublishArticle = z.object({
  articleId: Id,
  /** The article's version that whoever publishes saw. */
  version: z.number().int().positive().optional(),
})
export type PublishArticle = z.infer<typeof PublishArticle>

/** What readers are told of a desk. Empty texts are none. */
export const Imprint = z.object({
  /** The newsroom's; without one, the workspace's. */
  name: z.string().trim().max(200).default(""),
  url: z
    .string()
    .trim()
    .max(2000)
    .refine((url) => url === "" || WebAddress.safeParse(url).success, { message: "publishing.url" })
    .default(""),
  /** Of the method, and of what belongs to no article: a language that public pages have words in. */
  language: z.enum(["en", "de"]).catch("en"),
  /** How the desk checks, in Markdown. */
  method: z.string().trim().max(50_000).default(""),
})
export type Imprint = z.infer<typeof Imprint>

/** The same, and whether there are public pages at all. */
export const Publishing = Imprint.extend({ publishes: z.boolean() })
export type Publishing = z.infer<typeof Publishing>

/** `seen` is what whoever sets it saw. */
export const SetPublishing = z.object({ publishing: Publishing, seen: Publishing })
export type SetPublishing = z.infer<typeof SetPublishing>

/** The names of what differs. */
export function publishingChanged(before: Publishing, after: Publishing): (keyof Publishing)[] {
  return (Object.keys(before) as (keyof Publishing)[]).filter((name) => before[name] !== after[name])
}

/** Whether readers can read an article's report, as its editors see it. Times are ISO 8601 in UTC. */
export interface PublicationView {
  /** Whether the desk has public pages at all. */
  publishes: boolean
  publishedAt: string | null
  /** Whether it was public and is no longer. */
  isUnpublished: boolean
}

/**
 * Whether an article can be published now.
 * @throws conflict when its desk has no public pages, or it has not gone out
 */
export function assertPublishable(article: { goneOut: GoneOut | null }, desk: { publishes: boolean }): void {
  if (!desk.publishes) throw refuse("conflict", "publication.noPages")
  if (article.goneOut === null) throw refuse("conflict", "publication.notOut")
}
