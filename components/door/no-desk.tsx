"use client"
/** Signed in, but a member of no desk: what to do about it. */
import { useTranslations } from "next-intl"
import { LanguageLine } from "@/components/shell/language-choice"
import { leave } from "@/components/shell/leave"
import { Brand } from "@/components/ui/brand"
import { Button } from "@/components/ui/button"

export function NoDesk({ email }: { email: string }) {
  const t = useTranslations("door.noDesk")
  const words = useTranslations("workspace")
  return (
    <main className="mx-auto flex w-full max-w-sm flex-col items-start gap-4 px-5 pt-[12dvh]">
      <Brand size="large" className="mb-4" />
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("text", { email })}</p>
      <Button onClick={leave}>{words("signOut")}</Button>
      <LanguageLine className="mt-6" />
    </main>
  )
}
