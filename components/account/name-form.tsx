"use client"
/** One's name, as colleagues see it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useDoorForm } from "@/components/door/use-door-form"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { Rename } from "@/lib/domain/account"
import { AccountForm } from "./account-form"

export function NameForm({ name, rename }: { name: string; rename: Act<Rename, void> }) {
  const t = useTranslations("account.name")
  const door = useTranslations("door")
  const [done, setDone] = useState<string | null>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["name"] as const,
    check: (values) => (values.name.trim() ? {} : { name: door("field.name") }),
    send: async (values) => {
      setDone(null)
      const answer = await rename(values)
      if (!answer.ok) return answer.refusal
      setDone(t("done"))
      return null
    },
  })
  return (
    <AccountForm {...{ busy, message, done }} onSubmit={submit} submit={t("submit")}>
      <TextField
        name="name"
        label={door("yourName")}
        hint={t("hint")}
        error={wrongs.name}
        defaultValue={name}
        autoComplete="name"
        maxLength={120}
      />
    </AccountForm>
  )
}
