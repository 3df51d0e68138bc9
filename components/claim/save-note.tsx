"use client"
/** Whether what was typed is saved: quiet while it is, plain when it is not. */
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import type { SaveState } from "@/components/ui/autosaver"

export interface SaveNoteProps {
  form: { state: SaveState; unsaved: boolean; conflicting: boolean; retry: () => void }
}

export function SaveNote({ form }: SaveNoteProps) {
  const t = useTranslations("claim")
  const { state, unsaved, conflicting, retry } = form
  // A conflict says it at the field.
  if (state.kind === "refused" && unsaved && !conflicting) {
    return (
      <p
        role="alert"
        className="mt-2 flex flex-wrap items-center gap-2 rounded-lg bg-false-soft px-3 py-2 text-xs text-false"
      >
        <span className="min-w-0 flex-1">{t("refused", { message: state.message })}</span>
        <Button size="small" onClick={retry}>
          {t("retry")}
        </Button>
      </p>
    )
  }
  return null
}

/** One word for the header of what is being edited. That it is saved is heard, what comes before is only seen. */
export function SaveWord({ forms }: { forms: readonly SaveNoteProps["form"][] }) {
  const t = useTranslations("claim")
  const isSaving = forms.some((form) => form.state.kind === "saving")
  const isUnsaved = forms.some((form) => form.unsaved)
  const isSaved = !isSaving && !isUnsaved && forms.some((form) => form.state.kind === "saved")
  return (
    <span className="min-w-0 truncate text-xs text-ink-3">
      {isSaving ? t("saving") : isUnsaved && t("unsaved")}
      <span role="status">{isSaved && t("saved")}</span>
    </span>
  )
}
