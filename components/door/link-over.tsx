/** What a mailed link says that is used, too old or was replaced: the three are not told apart. */
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"

/** `again` is where one asks for another. */
export async function LinkOver({ again }: { again: string }) {
  const t = await getTranslations("door.link")
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      <p className="text-ink-2">{t("text")}</p>
      <LinkButton href={again} className="self-start">
        {t("again")}
      </LinkButton>
    </>
  )
}
