"use client"
/** Invites somebody: by e-mail and role. What comes of it stands in the list of invitations below. */
import { useLocale, useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { looksLikeEmail } from "@/components/door/fields"
import { useDoorForm } from "@/components/door/use-door-form"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { Act } from "@/lib/domain/answer"
import type { Invitations, InvitationView, InviteMember } from "@/lib/domain/invitation"
import type { Role } from "@/lib/domain/workspace"
import { languages } from "@/lib/messages/language"
import { roleNames } from "./role-choice"

interface InvitePersonProps {
  mails: Invitations["mails"]
  invite: Act<InviteMember, InvitationView>
}

export function InvitePerson({ mails, invite }: InvitePersonProps) {
  const t = useTranslations("settings.invite")
  const door = useTranslations("door")
  const announce = useAnnounce()
  const spoken = useLocale().split("-")[0] ?? ""
  const [role, setRole] = useState<Role>("checker")
  const [language, setLanguage] = useState(spoken)
  const form = useRef<HTMLFormElement>(null)
  const { busy, wrongs, message, submit } = useDoorForm({
    names: ["email"] as const,
    check: ({ email }) => (looksLikeEmail(email) ? {} : { email: door("field.email") }),
    send: async ({ email }) => {
      const answer = await invite({ email, role, language })
      if (!answer.ok) return answer.refusal
      form.current?.reset()
      announce(t(mails === "sent" ? "doneMailed" : "done", { email: answer.value.email }))
      return null
    },
  })
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} aria-label={t("title")} className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{t("title")}</h2>
      <FormMessage>{message}</FormMessage>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField name="email" type="email" label={door("email")} error={wrongs.email} autoComplete="off" />
        </div>
        <RoleSelect role={role} onRole={setRole} />
        {mails === "sent" && <LanguageSelect language={language} onLanguage={setLanguage} />}
        <Button type="submit" look="primary" busy={busy} className="mt-5 min-h-[2.125rem]">
          {busy ? t("busy") : t("submit")}
        </Button>
      </div>
      <p className="text-xs text-pretty text-ink-3">{t(mails === "sent" ? "hintMailed" : "hint")}</p>
    </form>
  )
}

function RoleSelect({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  const t = useTranslations("settings.people")
  const roles = useTranslations("workspace.role")
  const options = roleNames.map((value) => ({ value, label: roles(value) }))
  return (
    <div className="w-36">
      <Select label={t("role")} options={options} value={role} onChoose={onRole} />
    </div>
  )
}

function LanguageSelect({ language, onLanguage }: { language: string; onLanguage: (language: string) => void }) {
  const t = useTranslations("settings.invite")
  const names = useTranslations("app.language")
  const options = languages.map((value) => ({ value, label: names(value) }))
  return (
    <div className="w-36">
      <Select<string> label={t("language")} options={options} value={language} onChoose={onLanguage} />
    </div>
  )
}
