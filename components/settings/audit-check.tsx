"use client"
/** Has the log read from its start, and says what came of it: that every link holds, or which ones are broken. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act, Answer } from "@/lib/domain/answer"
import type { AuditReport, NamedFault } from "@/lib/domain/audit"

export interface AuditCheckProps {
  auditLog: Act<void, AuditReport>
  /** Of the workspace, for the command line. */
  slug: string
}

export function AuditCheck({ auditLog, slug }: AuditCheckProps) {
  const t = useTranslations("audit")
  const acts = useScreenActs({ auditLog })
  const [answer, setAnswer] = useState<Answer<AuditReport> | "reading" | null>(null)
  const check = async () => {
    setAnswer("reading")
    setAnswer(await acts.auditLog())
  }
  const reading = answer === "reading"
  return (
    <>
      <Button look="primary" className="self-start" busy={reading} onClick={() => void check()}>
        {t(reading ? "busy" : answer ? "again" : "check")}
      </Button>
      <div role="status" className="flex flex-col gap-4">
        {answer && !reading && (answer.ok ? <Report report={answer.value} slug={slug} /> : <Refused answer={answer} />)}
      </div>
    </>
  )
}

function Refused({ answer }: { answer: Extract<Answer<AuditReport>, { ok: false }> }) {
  return <p className="text-ui font-medium text-false">{answer.refusal.message}</p>
}

function Report({ report, slug }: { report: AuditReport; slug: string }) {
  const t = useTranslations("audit")
  const { events, streams, broken, faults, whole } = report
  const rest = broken - faults.length
  return (
    <>
      <p className="text-ui">
        {broken === 0 ? (
          <b className="font-semibold text-true">
            <span aria-hidden>✓ </span>
            {t("sound")}
          </b>
        ) : (
          <b className="font-semibold text-false">
            <span aria-hidden>✗ </span>
            {t("brokenHere", { count: broken })}
          </b>
        )}{" "}
        <span className="text-ink-2">{t("read", { events, streams })}</span>
      </p>
      {broken > 0 && (
        <>
          <ul className="flex flex-col gap-2 border-l-2 border-false pl-3 text-ui">
            {faults.map((fault) => (
              <Fault key={`${fault.streamId} ${fault.seq} ${fault.fault}`} {...fault} />
            ))}
            {rest > 0 && <li className="text-ink-3">{t("more", { count: rest })}</li>}
          </ul>
          <p className="text-ui text-pretty">{t("whatNow")}</p>
        </>
      )}
      {!whole && (
        <div className="text-ui text-pretty text-ink-2">
          <p>{t("part")}</p>
          <code className="mt-1 block wrap-anywhere">{commandFor(slug)}</code>
        </div>
      )}
    </>
  )
}

/** The same for the command line, which every language calls alike. */
const commandFor = (slug: string) => `npx stet audit verify --workspace ${slug}`

function Fault({ seq, fault, article }: NamedFault) {
  const t = useTranslations("audit")
  return (
    <li>
      {t(`fault.${fault}`, { seq })}{" "}
      <span className="text-ink-2">{article ? t("inArticle", { title: article.title }) : t("inWorkspace")}</span>
    </li>
  )
}
