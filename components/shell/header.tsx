/** The bar above every screen of a workspace: where one is, what waits, and who one is. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Bell } from "@/components/notifications/bell"
import type { BellProps } from "@/components/notifications/bell-button"
import { Palette } from "@/components/palette/palette"
import type { Sought } from "@/components/palette/palette-box"
import { WaitingCount } from "@/components/review/waiting-count"
import { Brand } from "@/components/ui/brand"
import { AccountMenu, type AccountMenuProps } from "./account-menu"
import { Nav, type NavEntry } from "./nav"

export interface HeaderProps extends AccountMenuProps {
  /** The rounds whose verdicts wait for this person, by their ids; null where they never review. */
  waiting: string[] | null
  /** The lists over the whole desk that this person may read. */
  lists: readonly DeskList[]
  search: Sought["search"]
  /** What this person was told of. */
  told: Omit<BellProps, "home">
}

/** Each with its key. */
const lists = { claims: "go.claims", sources: "go.sources", figures: "go.figures", history: "go.history" } as const
export type DeskList = keyof typeof lists

export async function Header({ waiting, lists: readable, search, told, ...account }: HeaderProps) {
  const t = await getTranslations("workspace")
  const home = `/w/${account.workspace.slug}`
  const entries: (NavEntry | false)[] = [
    { href: `${home}/articles`, act: "go.articles", label: t("articles") },
    waiting !== null && {
      href: `${home}/reviews`,
      act: "go.reviews",
      label: t("reviews"),
      badge: <WaitingCount key="reviews" rounds={waiting} />,
    },
    ...readable.map((list) => ({ href: `${home}/${list}`, act: lists[list], label: t(list) })),
  ]
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-paper px-3 sm:gap-4 sm:px-4 print:hidden">
      <Link href={`${home}/articles`} className="mt-1 rounded-sm">
        <Brand />
      </Link>
      {account.workspaces.length > 1 && (
        <span
          className="max-w-40 truncate text-xs font-semibold text-ink-2 max-lg:hidden"
          title={account.workspace.name}
        >
          {account.workspace.name}
        </span>
      )}
      <Nav label={t("nav")} entries={entries.filter((entry) => entry !== false)} />
      <span className="flex-1" />
      <Palette search={search} home={home} />
      <Bell {...told} home={home} />
      <AccountMenu {...account} />
    </header>
  )
}
