/** The bar above every screen of a workspace: where one is, what waits, and who one is. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { WaitingCount } from "@/components/review/waiting-count"
import { Brand } from "@/components/ui/brand"
import { AccountMenu, type AccountMenuProps } from "./account-menu"
import { NavLink } from "./nav-link"

export interface HeaderProps extends AccountMenuProps {
  /** The rounds whose verdicts wait for this person, by their ids; null where they never review. */
  waiting: string[] | null
}

export async function Header({ waiting, ...account }: HeaderProps) {
  const t = await getTranslations("workspace")
  const home = `/w/${account.workspace.slug}`
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-paper px-3 sm:gap-4 sm:px-4 print:hidden">
      <Link href={`${home}/articles`} className="mt-1 rounded-sm">
        <Brand />
      </Link>
      <nav aria-label={t("nav")} className="flex gap-0.5 sm:gap-1">
        <NavLink href={`${home}/articles`} act="go.articles">
          {t("articles")}
        </NavLink>
        {waiting !== null && (
          <NavLink href={`${home}/reviews`} act="go.reviews">
            {t("reviews")}
            <WaitingCount rounds={waiting} />
          </NavLink>
        )}
      </nav>
      <span className="flex-1" />
      <AccountMenu {...account} />
    </header>
  )
}
