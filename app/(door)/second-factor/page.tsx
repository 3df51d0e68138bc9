/** Where a desk leads that asks for a second factor, whoever has none: it is set up here, and then the way goes on. */
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { NeededSecondFactor } from "@/components/account/needed-second-factor"
import { safePath } from "@/components/door/safe-path"
import { Words } from "@/components/shell/words"
import { signedInUser } from "@/lib/auth"
import { addSecondFactor, offerSecondFactor } from "../actions"

interface SecondFactorPageProps {
  searchParams: Promise<{ to?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.factor")
  return { title: t("title") }
}

export default async function SecondFactorPage({ searchParams }: SecondFactorPageProps) {
  const { to } = await searchParams
  const onward = safePath(typeof to === "string" ? to : undefined)
  const person = await signedInUser()
  if (!person) redirect(`/sign-in?${new URLSearchParams({ callbackUrl: onward })}`)
  if (person.secondFactor === "on") redirect(onward)
  const t = await getTranslations("account.factor")
  return (
    <Words of={["account", "door", "workspace"]}>
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("needed")}</p>
      <NeededSecondFactor acts={{ offerSecondFactor, addSecondFactor }} onward={onward} />
    </Words>
  )
}
