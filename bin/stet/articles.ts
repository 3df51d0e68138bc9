/** `stet articles`: the list of articles, page by page. */
import { listArticles } from "../../lib/desk/article-list"
import { memberOf } from "../../lib/desk/people"
import type { ListedArticle } from "../../lib/domain/article"
import { ARTICLE_ORDERS, ArticleQuestion, placeNamed } from "../../lib/domain/article-list"
import { misused, whoIn, type Question, type Reply, type Tell } from "./reply"

const MOST = 200

export async function articles({ options }: Question, tell: Tell): Promise<Reply> {
  const { limit = "50", cursor, query, ...asked } = options
  const many = Number(limit)
  if (!Number.isInteger(many) || many < 1 || many > MOST) return misused(`--limit is a number from 1 to ${MOST}.`)
  const { show, q, section, kind, sort } = ArticleQuestion.parse({ ...asked, q: query })
  const order = ARTICLE_ORDERS[sort]
  if (cursor !== undefined && !placeNamed(cursor, order))
    return misused("--cursor is no place in a list of this order.")
  const actor = await memberOf(whoIn(options))
  const found = await listArticles(actor, { group: show, query: q, section, kind, order, cursor, limit: many })
  if (found.items.length === 0 && process.stderr.isTTY) tell({ warning: "There is none." })
  // Beside the list, so that a program that reads it by the line gets nothing else.
  if (found.next !== null && process.stderr.isTTY) tell({ warning: `There are more: --cursor '${found.next}'` })
  return { lines: found.items.map(inWords), value: found, code: 0 }
}

function inWords({ id, standing, counts, title, dueAt }: ListedArticle): string {
  const passed = counts.approved + counts.checked
  const due = dueAt ? `due ${dueAt.slice(0, 10)}` : ""
  return [id, standing.padEnd(12), `${passed}/${counts.total}`.padStart(7), due.padEnd(14), title].join("  ")
}
