import { getNow, getTimeZone } from "next-intl/server"
import { deskHistory } from "@/lib/desk/history"
import { download } from "@/lib/entry"
import { HistoryQuery, historyFile } from "./history-file"

/** The history of the desk as a file, as far as its reader may see it. */
export const GET = download<{ workspace: string }, typeof HistoryQuery>(HistoryQuery, async (actor, _, query) => {
  const { format, ...filters } = query
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const asked = { filters, clock: { now, zone } }
  return historyFile(format, asked.clock, (page) => deskHistory(actor, { ...asked, ...page }))
})
