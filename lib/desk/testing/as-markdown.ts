/** An article's Reader Markdown, as somebody at the desk would export it. */
import type { Profile } from "../../domain/profile"
import type { Actor } from "../../domain/workspace"
import { exportArticle } from "../exports"

/** Its text with the file it stands in; without a profile as an export dialog begins. */
export async function asMarkdown(actor: Actor, articleId: string, profile?: Profile) {
  const file = await exportArticle(actor, articleId, { format: "markdown", profile })
  return { ...file, body: String(file.body) }
}
