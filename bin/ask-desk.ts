/** What the command line asks of the desk: it does it, and sends the lines to show and the exit code to bin/stet.mjs, which started it. */
import { createTranslator, type Messages } from "next-intl"
import { z } from "zod"
import { auditDesks } from "../lib/desk/events"
import type { AuditReport } from "../lib/domain/audit"
import { Refusal } from "../lib/domain/refusal"
import english from "../lib/messages/en.json"

const Question = z.object({ audit: z.object({ workspace: z.string().optional() }) })

interface Reply {
  lines: string[]
  code: number
}

/** The words of the catalogue in an area. */
const wordsOf = (area: string) =>
  createTranslator({ locale: "en", messages: english as Messages, namespace: area as never }) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string

async function reply({ audit }: z.output<typeof Question>): Promise<Reply> {
  const reports = await auditDesks(audit.workspace)
  const broken = reports.some((report) => report.broken > 0)
  return { lines: reports.flatMap(auditLines), code: broken ? 1 : 0 }
}

/** What came of one desk's log: that it is whole, or its first broken link, and where it is. */
function auditLines({ slug, events, streams, broken, faults }: AuditReport & { slug: string }): string[] {
  const t = wordsOf("audit")
  const read = `${slug}: ${t("read", { events, streams })}`
  const [first] = faults
  if (!first) return [`${read} ${t("sound")}`]
  const { seq, fault, article, streamId } = first
  const where = article ? t("inArticle", { title: article.title }) : t("inWorkspace")
  return [
    `${read} ${t("broken", { count: broken })}`,
    `  ${t(`fault.${fault}`, { seq })} ${where}`,
    `  stream ${streamId}, event ${seq}: ${fault}`,
  ]
}

/** A refusal is an answer like any other; whatever else is thrown is shown whole. */
async function answered(): Promise<Reply> {
  try {
    return await reply(Question.parse(JSON.parse(process.env.STET_ASKED ?? "")))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { lines: [wordsOf("refusal")(error.key, error.details.params)], code: 2 }
  }
}

process.send?.(await answered(), () => process.exit())
