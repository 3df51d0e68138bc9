/** One's account for who sits at no desk, or at none any more: without what is of a desk. */
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import Link from "next/link"
import { AccountParts } from "@/components/account/account-parts"
import { LanguageLine } from "@/components/shell/language-choice"
import { Words } from "@/components/shell/words"
import { Announcer } from "@/components/ui/announcer"
import { Brand } from "@/components/ui/brand"
import { signedInUser } from "@/lib/auth"
import { readAccount } from "@/lib/desk/account"
import { readSecondFactor } from "@/lib/desk/second-factors"
import { listSessions } from "@/lib/desk/sessions"
import { accountActs } from "./acts"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account")
  return { title: t("title") }
}

export default async function AccountPage() {
  const person = await signedInUser()
  if (!person) redirect(`/sign-in?${new URLSearchParams({ callbackUrl: "/account" })}`)
  const [t, account, sessions, factor] = await Promise.all([
    getTranslations("account"),
    readAccount(person),
    listSessions(person),
    readSecondFactor(person),
  ])
  return (
    <Words of={["account", "door", "workspace"]}>
      <Announcer>
        <div className="mx-auto flex w-full max-w-xl flex-col gap-8 px-4 py-6 sm:px-6 sm:py-7">
          <header>
            <Link href="/" className="inline-block rounded-sm">
              <Brand size="large" />
            </Link>
          </header>
          <main className="flex flex-col gap-8">
            <header className="flex flex-col gap-1">
              <h1 className="heading-page">{t("title")}</h1>
              <p className="text-ui text-pretty text-ink-2">{t("introAlone")}</p>
            </header>
            <AccountParts {...{ account, sessions, factor }} acts={accountActs} />
          </main>
          <footer className="pt-4">
            <LanguageLine />
          </footer>
        </div>
      </Announcer>
    </Words>
  )
}
