"use client"
/**
 * Changes a source. First it is said which claims rest on it: who changes it becomes an author of their next round. If
 * somebody else was faster, what is there now is shown beside what was typed.
 */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { byName } from "@/components/source/edit-evidence"
import { Button } from "@/components/ui/button"
import { useDraft } from "@/components/ui/use-draft"
import type { Act, RefusalView } from "@/lib/domain/answer"
import type { EditSource as EditSourceInput, SourceView } from "@/lib/domain/source"
import type { RestingClaim, SourceItem } from "@/lib/domain/source-list"
import type { Person } from "@/lib/domain/workspace"
import { SourceForm } from "./source-form"
import { editFrom, isSource, typedFrom, type TypedLedgerSource } from "./typed-ledger-source"

export interface EditSourceProps {
  me: string
  source: SourceItem
  /** Those that rest on it, as far as they are on the page. */
  resting: RestingClaim[]
  people: Person[]
  edit: Act<EditSourceInput, SourceView>
}

export function EditSource({ me, source, resting, people, edit }: EditSourceProps) {
  const t = useTranslations("sources.edit")
  const ui = useTranslations("ui")
  const router = useRouter()
  const before = typedFrom(
    source,
    source.readers.map(({ id }) => id),
  )
  const typed = useDraft<TypedLedgerSource>(`${me}:${source.id}:source`, before)
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const [state, setState] = useState<"idle" | "busy" | RefusalView>("idle")
  const refused = typeof state === "object" ? state : null
  const theirs = isSource(refused?.current) ? refused.current : null
  const done = () => {
    typed.drop()
    setAsked("closed")
    setState("idle")
    router.refresh()
  }
  const save = async (version: number) => {
    setState("busy")
    const lost = { ok: false, refusal: { code: "failed", message: ui("failed"), fields: {} } } as const
    const answer = await edit({ sourceId: source.id, version, source: editFrom(typed.value, before) }).catch(() => lost)
    if (answer.ok) done()
    else setState(answer.refusal)
  }
  if (asked === "closed" && !typed.draft) return <Button onClick={() => setAsked("open")}>{t("open")}</Button>
  return (
    <form
      noValidate
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault()
        void save(theirs?.version ?? source.version)
      }}
      className="my-4 w-full max-w-2xl rounded-[10px] border border-line bg-raised p-4"
    >
      <Consequence count={source.claims} resting={resting} />
      <SourceForm typed={typed.value} onType={typed.type} errors={byName(refused?.fields ?? {})} people={people} />
      {refused && <Conflict refusal={refused} theirs={theirs} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={state === "busy"}>
          {t(theirs ? "keepMine" : "save")}
        </Button>
        <Button onClick={done}>{theirs ? t("takeTheirs") : ui("cancel")}</Button>
      </div>
    </form>
  )
}

function Consequence({ count, resting }: { count: number; resting: RestingClaim[] }) {
  const t = useTranslations("sources.edit")
  if (count === 0) return null
  return (
    <div className="mb-4 rounded-lg bg-open-soft px-3 py-2 text-ui">
      <p>{t("consequence", { count })}</p>
      <ul className="mt-1 list-disc pl-5 text-xs text-ink-2">
        {resting.slice(0, 5).map(({ id, number, article }) => (
          <li key={id}>{t("cites", { number, article: article.title })}</li>
        ))}
      </ul>
      {count > 5 && <p className="mt-1 text-xs text-ink-2">{t("more", { count: count - 5 })}</p>}
    </div>
  )
}

function Conflict({ refusal, theirs }: { refusal: RefusalView; theirs: SourceView | null }) {
  const t = useTranslations("source")
  return (
    <div role="alert" className="mt-3 rounded-lg bg-mixed-soft px-3 py-2 text-ui">
      <p className="font-semibold text-mixed">{refusal.message}</p>
      {theirs && (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
          {(["title", "url", "publisher", "author", "publishedOn"] as const).map((name) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{t(name)}</dt>
              <dd className="wrap-anywhere">{theirs[name] ?? t("empty")}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
