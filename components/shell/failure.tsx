"use client"
/** What is shown where a screen broke: the id that the log knows it by, and a way on. */
import { useTranslations } from "next-intl"
import { Button, LinkButton } from "@/components/ui/button"

export interface FailureProps {
  error: unknown
  retry: () => void
}

export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations("errors")
  const id = idOf(error)
  return (
    <section role="alert" className="mx-auto flex w-full max-w-lg flex-col gap-3 px-6 py-16">
      <title>{t("title")}</title>
      <h1 className="heading-page">{id ? t("titleWithId", { id }) : t("title")}</h1>
      <p className="text-ink-2">{id ? t("text") : t("textWithoutId")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="primary" onClick={retry}>
          {t("again")}
        </Button>
        <LinkButton href="/">{t("home")}</LinkButton>
      </div>
    </section>
  )
}

/** The digest that the server logged the error under; an error of the browser has none. */
export function idOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : null
  return typeof digest === "string" ? digest : null
}
