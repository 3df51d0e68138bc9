import { getNow, getTimeZone } from "next-intl/server"
import { articleHistory } from "@/lib/desk/history"
import { download } from "@/lib/entry"
import { HistoryQuery, historyFile } from "../../../../history/export/history-file"

type Params = { workspace: string; articleId: string }

/** The history of an article as a file, as far as its reader may see it. */
export const GET = download<Params, typeof HistoryQuery>(HistoryQuery, async (actor, { articleId }, query) => {
  const { format, ...filters } = query
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const asked = { filters, clock: { now, zone } }
  return historyFile(format, asked.clock, (page) => articleHistory(actor, articleId, { ...asked, ...page }))
})
