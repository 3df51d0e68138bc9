"use client"
/**
 * The last net: even the page around every page broke, so this brings its own. It is part of every page, so its words
 * are fetched when they are needed, in the language that the browser asks for; should that fail too, the name still
 * leads home.
 */
import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl"
import { useEffect, useState } from "react"
import { Failure, type FailureProps } from "@/components/shell/failure"
import { languageOfBrowser } from "@/components/shell/preferences"
import { Brand } from "@/components/ui/brand"
import { catalogueOf } from "@/lib/messages/catalogue"
import { fontClasses } from "./fonts"
import "./globals.css"

export default function GlobalError(props: FailureProps) {
  const words = useErrorWords()
  return (
    <html lang={words?.locale ?? "en"} className={fontClasses}>
      <body>
        <header className="flex h-13 items-center px-4">
          {/* A form, not a link of the router: that may be what broke. */}
          <form action="/">
            <button type="submit" aria-label="Stet" className="mt-1 rounded-sm">
              <Brand />
            </button>
          </form>
        </header>
        <main>
          {words && (
            <NextIntlClientProvider locale={words.locale} timeZone="UTC" messages={words.messages}>
              <Failure {...props} />
            </NextIntlClientProvider>
          )}
        </main>
      </body>
    </html>
  )
}

interface ErrorWords {
  locale: string
  messages: AbstractIntlMessages
}

function useErrorWords(): ErrorWords | null {
  const [words, setWords] = useState<ErrorWords | null>(null)
  useEffect(() => {
    const { catalogue, locale } = languageOfBrowser()
    catalogueOf(catalogue).then(
      ({ errors }) => setWords({ locale, messages: { errors } }),
      () => setWords(null),
    )
  }, [])
  return words
}
