/** The first start: a code from the log makes the first desk and its owner. Once that is done, there is nothing here. */
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { SetUpForm } from "@/components/door/set-up-form"
import { awaitsSetup } from "@/lib/desk/setup"
import { setUpDesk } from "../actions"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.setup")
  return { title: t("title") }
}

export default async function SetUpPage() {
  if (!(await awaitsSetup())) redirect("/")
  const t = await getTranslations("door.setup")
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("intro")}</p>
      <SetUpForm setUpDesk={setUpDesk} />
    </>
  )
}
