/** The door: one narrow column on paper, with the name over it. */
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { LanguageLine } from "@/components/shell/language-choice"
import { Words } from "@/components/shell/words"
import { Brand } from "@/components/ui/brand"

export default async function DoorLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("door")
  return (
    <Words of={["door"]}>
      <div className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-5 pt-[max(2.5rem,12dvh)] pb-12">
        <header className="mb-8">
          <Brand size="large" />
          <p className="mt-3 font-serif text-base text-ink-2 italic">{t("tagline")}</p>
        </header>
        <main className="flex flex-col gap-5">{children}</main>
        <footer className="mt-auto pt-10">
          <LanguageLine />
        </footer>
      </div>
    </Words>
  )
}
