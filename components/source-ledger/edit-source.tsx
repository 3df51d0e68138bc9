"use client"
/** Changes a source. First it is said which claims rest on it: who changes it becomes an author of their next round. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { AwaitedFile } from "@/components/source/awaited-file"
import { Button } from "@/components/ui/button"
import type { RestingClaim } from "@/lib/domain/source-list"
import type { Person } from "@/lib/domain/workspace"
import { Faster } from "./faster"
import { SourceForm } from "./source-form"
import { useEditSource, type EditingSource } from "./use-edit-source"

export interface EditSourceProps extends Omit<EditingSource, "onDone"> {
  /** As many of those that rest on it as are named; the rest stands below the form. */
  resting: RestingClaim[]
  people: Person[]
  groups: string[]
}

export function EditSource({ resting, people, groups, ...given }: EditSourceProps) {
  const t = useTranslations("sources.edit")
  const ui = useTranslations("ui")
  const router = useRouter()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const onDone = () => {
    setAsked("closed")
    router.refresh()
  }
  const { typed, type, refused, ...editing } = useEditSource({ ...given, onDone })
  const { source } = given
  if (asked === "closed" && !editing.isKept) return <Button onClick={() => setAsked("open")}>{t("open")}</Button>
  return (
    <form
      noValidate
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault()
        editing.save()
      }}
      className="my-4 w-full max-w-2xl rounded-[10px] border border-line bg-raised p-4"
    >
      <Consequence count={source.claims} resting={resting} />
      <SourceForm
        typed={typed}
        onType={type}
        errors={refused?.errors ?? {}}
        onFile={editing.onFile}
        people={people}
        groups={groups}
        focus={asked === "open" ? "take" : "leave"}
      />
      {refused && <Faster refused={refused} people={people} />}
      <AwaitedFile at={editing.at} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={editing.busy}>
          {t(refused?.differences ? "keepMine" : "save")}
        </Button>
        <Button onClick={editing.done}>{refused?.differences ? t("takeTheirs") : ui("cancel")}</Button>
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
        {resting.map(({ id, number, job, article }) => (
          <li key={id}>{t("cites", { job, number, article: article.title })}</li>
        ))}
      </ul>
      {count > resting.length && (
        <p className="mt-1 text-xs text-ink-2">{t("more", { count: count - resting.length })}</p>
      )}
    </div>
  )
}
