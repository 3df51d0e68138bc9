/** The settings of a workspace: one page each, with their names beside it, or above it where it is narrow. */
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { SettingsNav, type SettingsPage } from "@/components/settings/settings-nav"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"

interface SettingsLayoutProps {
  children: ReactNode
  params: Promise<{ workspace: string }>
}

export default async function SettingsLayout({ children, params }: SettingsLayoutProps) {
  const { workspace: slug } = await params
  const { actor } = await signedInTo(slug)
  if (!can(actor, "desk.read")) notFound()
  const t = await getTranslations("settings")
  const home = `/w/${slug}/settings`
  const pages: SettingsPage[] = [
    { href: `${home}/people`, label: t("pages.people") },
    { href: `${home}/scales`, label: t("pages.scales") },
    ...(can(actor, "workspace.set")
      ? [
          { href: `${home}/rules`, label: t("pages.rules") },
          { href: `${home}/publishing`, label: t("pages.publishing") },
          { href: `${home}/retention`, label: t("pages.retention") },
          { href: `${home}/sign-in`, label: t("pages.signIn") },
          { href: `${home}/tokens`, label: t("pages.tokens") },
          { href: `${home}/webhooks`, label: t("pages.webhooks") },
          { href: `${home}/audit`, label: t("pages.audit") },
        ]
      : []),
  ]
  return (
    <div className="mx-auto flex w-full max-w-[66rem] flex-col gap-5 px-4 py-6 sm:px-6 sm:py-7 list:flex-row list:gap-9">
      <SettingsNav label={t("title")} pages={pages} />
      <div className="flex min-w-0 flex-1 flex-col gap-5">{children}</div>
    </div>
  )
}
