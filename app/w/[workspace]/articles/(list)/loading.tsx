/** The list's shape while it is on its way, so that nothing jumps when it comes. */
import { getTranslations } from "next-intl/server"

export default async function LoadingArticles() {
  const t = await getTranslations()
  return (
    <div className="mx-auto w-full max-w-[90rem] px-4 py-6 sm:px-6 sm:py-7">
      <h1 className="heading-page mb-4 min-h-8">{t("articles.title")}</h1>
      <p role="status" className="text-ui text-ink-3">
        {t("app.loading")}
      </p>
    </div>
  )
}
