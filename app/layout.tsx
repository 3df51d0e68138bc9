/** The page around every page: language, typefaces, theme, and the words that the browser needs everywhere. */
import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { themeAttribute, themeOf } from "@/components/shell/preferences"
import { ReaderZone } from "@/components/shell/reader-zone"
import { Words } from "@/components/shell/words"
import { Toasts } from "@/components/ui/toast"
import { fontClasses } from "./fonts"
import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app")
  return {
    title: { default: t("name"), template: t("title", { page: "%s" }) },
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, given] = await Promise.all([getLocale(), cookies()])
  const theme = themeOf(given.get("theme")?.value)
  return (
    <html lang={language} className={fontClasses} {...themeAttribute(theme)}>
      <body>
        <Words of={[]}>
          {children}
          <Toasts />
          <ReaderZone />
        </Words>
      </body>
    </html>
  )
}
