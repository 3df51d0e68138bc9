"use client"
/** Two people wrote into one field: both texts, and which one stays. Nothing of either is lost before that. */
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import type { Autosave } from "@/components/ui/use-autosave"

export interface ConflictProps<Name extends string> {
  form: Pick<Autosave<Name>, "state" | "theirs" | "keepMine" | "takeTheirs">
  name: Name
  /** The words for a value that is a code. */
  wordFor?: (value: string) => string
}

export function Conflict<Name extends string>({ form, name, wordFor = (value) => value }: ConflictProps<Name>) {
  const t = useTranslations("claim.conflict")
  const theirs = form.theirs(name)
  if (theirs === null) return null
  return (
    <div role="alert" className="my-1.5 rounded-lg border border-mixed bg-mixed-soft px-3 py-2 text-xs">
      <p className="font-semibold text-mixed">{form.state.kind === "refused" ? form.state.message : t("title")}</p>
      <p className="mt-1">
        {t("theirs")} <q className="font-serif text-sm">{theirs ? wordFor(theirs) : t("empty")}</q>
      </p>
      <div className="mt-2 flex gap-2">
        <Button size="small" onClick={() => form.keepMine(name)}>
          {t("keepMine")}
        </Button>
        <Button size="small" onClick={() => form.takeTheirs(name)}>
          {t("takeTheirs")}
        </Button>
      </div>
    </div>
  )
}
