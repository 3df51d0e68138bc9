"use client"
/**
 * The last net: even the page around every page broke, so this brings its own. It is part of every page, so its words
 * are fetched when they are needed; should that fail too, the name still leads home.
 */
import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl"
import { useEffect, useState } from "react"
import { Failure, type FailureProps } from "@/components/shell/failure"
import { Brand } from "@/components/ui/brand"
import { fontClasses } from "./fonts"
import "./globals.css"

export default function GlobalError(props: FailureProps) {
  const errors = useErrorWords()
  return (
    <html lang="en" className={fontClasses}>
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
          {errors && (
            <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ errors }}>
              <Failure {...props} />
            </NextIntlClientProvider>
          )}
        </main>
      </body>
    </html>
  )
}

function useErrorWords(): AbstractIntlMessages | null {
  const [words, setWords] = useState<AbstractIntlMessages | null>(null)
  useEffect(() => {
    import("@/lib/messages/en.json").then(
      ({ errors }) => setWords(errors),
      () => setWords(null),
    )
  }, [])
  return words
}
