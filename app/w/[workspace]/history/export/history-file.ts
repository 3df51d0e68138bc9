/** A history as a file: written page by page as it is read, so that a long one is never whole in memory. */
import { getTranslations } from "next-intl/server"
import { eventSaid, type EventWords } from "@/components/history/event-said"
import { csvLines, csvOf, type Cell } from "@/lib/domain/csv"
import { dayAt, type Clock } from "@/lib/domain/days"
import { HistoryFilters, HistoryFormat, type HistoryItem, type HistoryPage } from "@/lib/domain/history"
import type { Download } from "@/lib/download"

export const HistoryQuery = HistoryFilters.extend({ format: HistoryFormat })

/** Lines that are read at a time, each time the file's reader has taken those before. */
const AT_A_TIME = 500

type Read = (page: { cursor?: string | undefined; limit: number }) => Promise<HistoryPage>

const TYPES: Record<HistoryFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
}

/** The file of a history, to its beginning: one that stopped before would be taken for the whole. Its first page is read at once, so that a refusal is answered and not written into it. */
export async function historyFile(format: HistoryFormat, { now, zone }: Clock, read: Read): Promise<Download> {
  const [t, words] = await Promise.all([getTranslations("history"), getTranslations("event")])
  const first = await read({ limit: AT_A_TIME })
  const written = format === "csv" ? csvWriter(t, words) : jsonWriter(words)
  return {
    body: streamed(lines(first, read, written)),
    type: TYPES[format],
    fileName: `${t("file.name")}-${dayAt(now, zone)}.${format}`,
  }
}

interface Writer {
  head: string
  lines: (items: HistoryItem[]) => string
}

function csvWriter(t: (key: string) => string, words: EventWords): Writer {
  const columns = ["time", "who", "what", "whom", "article", "claim", "source", "act", "id"]
  return {
    head: csvOf({ columns: columns.map((column) => t(`column.${column}`)), rows: [] }),
    lines: (items) =>
      csvLines(
        items.map((item): Cell[] => [
          item.at,
          item.actor?.name ?? t("who.stet"),
          eventSaid(words, item),
          item.member?.name ?? null,
          item.article?.title ?? null,
          item.claim?.number ?? null,
          item.source?.title ?? null,
          item.act,
          item.id,
        ]),
      ),
  }
}

const jsonWriter = (words: EventWords): Writer => ({
  head: "",
  lines: (items) => items.map((item) => `${JSON.stringify({ ...item, said: eventSaid(words, item) })}\n`).join(""),
})

async function* lines(first: HistoryPage, read: Read, { head, lines: written }: Writer): AsyncGenerator<string> {
  yield head
  yield written(first.items)
  for (let { next } = first; next !== null;) {
    const page = await read({ cursor: next, limit: AT_A_TIME })
    yield written(page.items)
    next = page.next
  }
}

/** Texts as a stream of bytes, each made when it is asked for. */
function streamed(texts: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
