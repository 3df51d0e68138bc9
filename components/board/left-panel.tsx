/** What keeps an article from being ready, what is late, and how much lies with whom. */
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { LinkButton } from "@/components/ui/button"
import type { ArticleBoard, Share } from "@/lib/domain/board"

export interface LeftPanelProps {
  board: ArticleBoard
  /** The address of the board. */
  address: string
  galley: string
  /** Of whom the claims are shown. */
  person: string | undefined
}

export async function LeftPanel({ board, address, galley, person }: LeftPanelProps) {
  const t = await getTranslations("board")
  const { left, loose, overdue, chase, people } = board
  return (
    <div className="flex flex-col gap-5 text-ui">
      <section aria-labelledby="board-left">
        <h2 id="board-left" className="heading-group">
          {t("left.title")}
        </h2>
        <ul className="mt-1.5 flex flex-col gap-1">
          {left.map(({ what, count }) => (
            <li key={what} className="flex gap-2">
              <span aria-hidden className="text-open">
                ○
              </span>
              {t(`left.${what}`, { count })}
            </li>
          ))}
          {left.length === 0 && (
            <li className="flex gap-2 font-medium text-true">
              <span aria-hidden>✓</span>
              {t("left.nothing")}
            </li>
          )}
        </ul>
        {loose.items > 0 && <p className="mt-1.5 text-xs text-ink-3">{t("left.loose", { count: loose.items })}</p>}
      </section>
      <LinkButton href={`${galley}/sign-off`} prefetch={false} size="small" className="self-start">
        {t("signOff")}
      </LinkButton>
      <Words board={board} galley={galley} />
      {(overdue.length > 0 || chase.length > 0) && (
        <section aria-labelledby="board-late">
          <h2 id="board-late" className="heading-group">
            {t("late.title")}
          </h2>
          <Numbers label={t("late.overdue")} numbers={overdue} galley={galley} />
          <Numbers label={t("late.chase")} numbers={chase} galley={galley} />
        </section>
      )}
      {people.length > 0 && <People people={people} address={address} person={person} />}
    </div>
  )
}

/** What waits for a word of others: of whoever decides on fixes, of the author, of whoever clears what is legal. */
async function Words({ board: { fixes, queries, held }, galley }: Pick<LeftPanelProps, "board" | "galley">) {
  const t = await getTranslations("board")
  return (
    <>
      {fixes.waiting > 0 && <To href={`${galley}/fixes`}>{t("fixes", fixes)}</To>}
      {queries > 0 && <To href={`${galley}/comments?show=waiting`}>{t("queries", { count: queries })}</To>}
      <Numbers label={t("held")} numbers={held} galley={galley} />
    </>
  )
}

function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <Link href={href} prefetch={false} className="font-medium underline underline-offset-3">
        {children}
      </Link>
    </p>
  )
}

/** More would be a list; the rows below are in the same order. */
const MOST = 12

async function Numbers({ label, numbers, galley }: { label: string; numbers: number[]; galley: string }) {
  const t = await getTranslations("board")
  if (numbers.length === 0) return null
  const rest = numbers.length - MOST
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2 text-false">
      <span className="font-medium">{label}</span>
      {numbers.slice(0, MOST).map((number) => (
        <Link
          key={number}
          href={`${galley}?claim=${number}`}
          prefetch={false}
          aria-label={t("claim", { number })}
          className="underline tabular-nums"
        >
          {number}
        </Link>
      ))}
      {rest > 0 && <span>{t("late.more", { count: rest })}</span>}
    </p>
  )
}

interface PeopleProps {
  people: Share[]
  address: string
  person: string | undefined
}

/** Each name shows that person's claims alone. */
async function People({ people, address, person }: PeopleProps) {
  const t = await getTranslations("board.people")
  const look = "flex items-center gap-2 rounded-md px-2 py-1.5 -mx-2 hover:bg-panel aria-[current]:bg-accent-soft"
  return (
    <nav aria-labelledby="board-people">
      <h2 id="board-people" className="heading-group">
        {t("title")}
      </h2>
      <ul className="mt-1">
        {people.map(({ person: one, ...share }) => (
          <li key={one.id}>
            <Link
              href={`${address}?person=${one.id}`}
              aria-current={one.id === person ? "true" : undefined}
              className={look}
            >
              <span aria-hidden className="contents">
                <Avatar id={one.id} name={one.name} size="small" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{one.name}</span>
                <span className="block text-xs text-ink-3">{t("share", share)}</span>
              </span>
            </Link>
          </li>
        ))}
        {person && (
          <li>
            <Link href={address} className={look}>
              {t("everybody")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
