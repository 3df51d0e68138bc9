/** The bar above every screen of a workspace: where one is, what waits, and who one is. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { Brand } from "@/components/ui/brand"
import { AccountMenu, type AccountMenuProps } from "./account-menu"
import { NavLink } from "./nav-link"

export interface HeaderProps extends AccountMenuProps {
  /** How many verdicts wait for this person; null where they never review. */
  waiting: number | null
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
            {waiting > 0 && <Waiting count={waiting} />}
          </NavLink>
        )}
      </nav>
      <span className="flex-1" />
      <AccountMenu {...account} />
    </header>
  )
}

/** Above this the exact number tells nobody anything more. */
const COUNTED = 99

async function Waiting({ count }: { count: number }) {
  const [t, format] = await Promise.all([getTranslations("workspace"), getFormatter()])
  return (
    <span className="rounded-full bg-false px-1.5 text-[0.6875rem] leading-[1.125rem] font-semibold text-paper tabular-nums">
      <span aria-hidden>{count > COUNTED ? t("many") : format.number(count)}</span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </span>
  )
}
