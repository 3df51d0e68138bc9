"use client"
/** Makes another desk with the account that one has, and leads to it. */
import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { loadPage } from "@/components/shell/leave"
import { Button, LinkButton } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import { languages, type Language } from "@/lib/messages/language"
import { useDoorForm } from "./use-door-form"

export interface NewDeskFormProps {
  startDesk: Act<{ workspaceName: string; language: Language }, { slug: string }>
  /** Where somebody goes who makes none. */
  back: string
}

export function NewDeskForm({ startDesk, back }: NewDeskFormProps) {
  const t = useTranslations("door")
  const names = useTranslations("app.language")
  const spoken = useLocale().split("-")[0]
  const [language, setLanguage] = useState(languages.find((one) => one === spoken) ?? languages[0])
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["workspaceName"] as const,
    check: ({ workspaceName }) => (workspaceName.trim() ? {} : { workspaceName: t("field.workspace") }),
    send: async ({ workspaceName }) => {
      const answer = await startDesk({ workspaceName, language })
      if (!answer.ok) return answer.refusal
      loadPage(`/w/${answer.value.slug}/articles`)
      return null
    },
  })
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage>{message}</FormMessage>
      <TextField
        name="workspaceName"
        label={t("workspaceName")}
        hint={t("workspaceNameHint")}
        error={wrongs.workspaceName}
        autoComplete="off"
        maxLength={120}
        autoFocus
      />
      <div className="max-w-56">
        <Select
          label={t("newDesk.language")}
          hint={t("newDesk.languageHint")}
          options={languages.map((value) => ({ value, label: names(value) }))}
          value={language}
          onChoose={setLanguage}
        />
      </div>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t("newDesk.busy") : t("newDesk.submit")}
        </Button>
        <LinkButton href={back}>{t("newDesk.back")}</LinkButton>
      </div>
    </form>
  )
}
