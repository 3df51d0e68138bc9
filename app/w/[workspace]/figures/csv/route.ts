import { getNow, getTimeZone } from "next-intl/server"
import { csvOf } from "@/lib/domain/csv"
import { dayAt } from "@/lib/domain/days"
import { FigureFilters, FigureName } from "@/lib/domain/figures"
import { can } from "@/lib/domain/policy"
import { refuse } from "@/lib/domain/refusal"
import { download } from "@/lib/entry"
import { tableOf } from "./tables"

const FigureQuery = FigureFilters.extend({ figure: FigureName })

/** The table behind a figure as a file, in the reader's words, for whoever may read the figures. */
export const GET = download<{ workspace: string }, typeof FigureQuery>(FigureQuery, async (actor, _, query) => {
  if (!can(actor, "desk.read")) throw refuse("not-found", "http.noSuchThing")
  const { figure, ...filters } = query
  const [now, zone] = await Promise.all([getNow(), getTimeZone()])
  const { name, table } = await tableOf(figure, { actor, filters, clock: { now, zone } })
  return {
    body: csvOf(table),
    type: "text/csv; charset=utf-8; header=present",
    fileName: `${name}-${dayAt(now, zone)}.csv`,
  }
})
