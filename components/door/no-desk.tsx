"use client"
/** Signed in, but a member of no desk: what to do about it. */
import { useTranslations } from "next-intl"
import { LanguageLine } from "@/components/shell/language-choice"
import { leave } from "@/components/shell/leave"
import { Brand } from "@/components/ui/brand"
import { Button, LinkButton } from "@/components/ui/button"

export function NoDesk({ email }: { email: string }) {
  const t = useTranslations("door.noDesk")
  const words = useTranslations("workspace")
  return (
    <main className="mx-auto flex w-full max-w-sm flex-col items-start gap-4 px-5 pt-[12dvh]">
      <Brand size="large" className="mb-4" />
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("text", { email })}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/account">{words("yourAccount")}</LinkButton>
        <Button onClick={leave}>{words("signOut")}</Button>
      </div>
      <LanguageLine className="mt-6" />
    </main>
  )
}
