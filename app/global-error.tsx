"use client"
/** The last net: even the page around every page broke, so this brings its own, in the whole catalogue's language. */
import { NextIntlClientProvider } from "next-intl"
import { Failure, type FailureProps } from "@/components/shell/failure"
import { errors } from "@/lib/messages/en.json"
import { fontClasses } from "./fonts"
import "./globals.css"

export default function GlobalError(props: FailureProps) {
  return (
    <html lang="en" className={fontClasses}>
      <body>
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ errors }}>
          <main>
            <title>{errors.title}</title>
            <Failure {...props} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
