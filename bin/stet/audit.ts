/** `stet audit verify`. */
import { auditDesks } from "../../lib/desk/events"
import type { AuditReport } from "../../lib/domain/audit"
import { wordsOf, type Question, type Reply } from "./reply"

export async function auditVerify({ options }: Question): Promise<Reply> {
  return audited(await auditDesks(options.workspace))
}

/** What came of reading some desks' logs. */
export function audited(reports: (AuditReport & { slug: string })[]): Reply {
  const broken = reports.some((report) => report.broken > 0)
  const lines = reports.length === 0 ? ["There is no desk, and no log."] : reports.flatMap(auditLines)
  return { lines, value: { desks: reports }, code: broken ? 1 : 0 }
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
