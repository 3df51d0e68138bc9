/** What is shown where there is nothing, or nothing for this person: the two must not be told apart. */
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"

export async function NothingHere() {
  const t = await getTranslations("app.notFound")
  return (
    <section className="mx-auto flex w-full max-w-lg flex-col items-start gap-3 px-6 py-16">
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("text")}</p>
      <LinkButton href="/" className="mt-2">
        {t("home")}
      </LinkButton>
    </section>
  )
}
