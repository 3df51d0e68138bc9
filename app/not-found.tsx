import type { Metadata } from "next"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { NothingHere } from "@/components/shell/nothing-here"
import { Brand } from "@/components/ui/brand"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app.notFound")
  return { title: t("title") }
}

export default function NotFound() {
  return (
    <>
      <header className="flex h-13 items-center px-4">
        <Link href="/" className="mt-1 rounded-sm">
          <Brand />
        </Link>
      </header>
      <main>
        <NothingHere />
      </main>
    </>
  )
}
