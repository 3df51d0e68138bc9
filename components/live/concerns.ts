/** Which pages show what has happened. Pure: an address and a line of news in, yes or no out. */
import type { News } from "@/lib/domain/live"

/** Lists over the desk: whatever happens may change one. */
const LISTS = ["articles", "reviews", "claims", "sources", "history"]

/** Screens of an article on which somebody writes: drawn anew they would be another text. */
const WRITING = ["edit"]

/** Whether the page at that path may show it. What one sets, and asks for, stays as it is until it is asked for anew. */
export function concerns(path: string, { articleId, act }: News): boolean {
  const [, , , list = "", id, screen = ""] = path.split("/")
  if (!LISTS.includes(list)) return false
  if (list !== "articles" || id === undefined) return true
  if (WRITING.includes(screen)) return false
  // Sources belong to no article, and are cited in many.
  return articleId === id || (articleId === null && /^(source|link|snapshot|file)[.]/.test(act))
}

/** Where another text would take away what has the caret: the galley sees to that itself. */
export const keepsCaret = (path: string): boolean => {
  const [, , , list, id, screen = ""] = path.split("/")
  return list === "articles" && id !== undefined && screen === ""
}
