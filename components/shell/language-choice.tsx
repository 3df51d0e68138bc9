"use client"
/** The language that Stet speaks in this browser: as acts, and as a line under the door. */
import { useRouter } from "next/navigation"
import { useLocale, useTranslations } from "next-intl"
import { useKeys } from "@/components/keys/use-keys"
import { classes } from "@/components/ui/classes"
import { languages, type Language } from "@/lib/messages/language"
import { keepLanguage, type LanguageChoice } from "./preferences"

/** The languages that are not spoken, as acts. */
export function useLanguageActs(): void {
  const spoken = useLocale().split("-")[0]
  const speak = useSpeaking()
  const act = (language: Language) => (language === spoken ? null : () => speak(language))
  useKeys({ "language.en": act("en"), "language.de": act("de") })
}

/** Each language by its own name, for whoever can't read the one that is spoken. */
export function LanguageLine({ className }: { className?: string }) {
  const t = useTranslations("app.language")
  const spoken = useLocale().split("-")[0]
  const speak = useSpeaking()
  return (
    <div role="group" aria-label={t("label")} className={classes("-mx-1.5 flex flex-wrap gap-1", className)}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => speak(language)}
          className="rounded-sm px-1.5 py-1 text-xs text-ink-2 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {t(language)}
        </button>
      ))}
    </div>
  )
}

/** Draws the open page again in another language; what is typed in it stays. */
export function useSpeaking(): (choice: LanguageChoice) => void {
  const router = useRouter()
  return (choice) => {
    keepLanguage(choice)
    router.refresh()
  }
}
