/** The board of an article: what is open, in the order in which somebody can do something about it. */
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import type { ArticleBoard as BoardOf, BoardPlace } from "@/lib/domain/board"
import { BoardHead } from "./board-head"
import { ClaimSection } from "./claim-section"
import { LeftPanel } from "./left-panel"
import { SentenceSection } from "./sentence-section"

export interface ArticleBoardProps {
  board: BoardOf
  /** Addresses of the board and the galley. */
  address: string
  galley: string
  /** Of whom the claims are shown; everybody's without. */
  person: string | undefined
  /** Of which place all claims are shown. */
  all: BoardPlace | undefined
}

export function ArticleBoard(props: ArticleBoardProps) {
  const { board, galley } = props
  return (
    <div className="mx-auto w-full max-w-[72rem] px-4 py-6 sm:px-6 sm:py-7">
      <BoardHead board={board} galley={galley} />
      <div className="mt-6 grid gap-x-12 gap-y-7 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <aside className="lg:order-last lg:sticky lg:top-6 lg:self-start">
          <LeftPanel {...props} />
        </aside>
        <Sections {...props} />
      </div>
    </div>
  )
}

function Sections({ board, address, galley, person, all }: ArticleBoardProps) {
  const { article, claims, untouched, loose } = board
  const here = `${address}?${person ? `person=${person}&` : ""}`
  const section = (place: BoardPlace) => (
    <ClaimSection place={place} claims={claims[place]} whole={all === place ? null : `${here}all=${place}`} />
  )
  const shown = Object.values(claims).reduce((sum, { count }) => sum + count, untouched.count + loose.count)
  const given = { language: article.language, galley }
  const needed = article.kind === "copy"
  return (
    <div className="flex min-w-0 flex-col gap-8">
      {shown === 0 && <NothingOpen {...{ board, galley, person }} />}
      {section("waiting")}
      {section("changes_requested")}
      {section("look")}
      {section("in_work")}
      {section("in_review")}
      <SentenceSection what={needed ? "untouched" : "spare"} sentences={untouched} {...given} />
      <SentenceSection what="loose" sentences={loose} {...given} />
    </div>
  )
}

async function NothingOpen({ board, galley, person }: Pick<ArticleBoardProps, "board" | "galley" | "person">) {
  const t = await getTranslations("board.nothing")
  const kind = person ? "person" : board.left.length === 0 ? "ready" : "begin"
  return (
    <EmptyState title={t(`${kind}.title`)} action={<LinkButton href={galley}>{t("action")}</LinkButton>}>
      {t(`${kind}.text`)}
    </EmptyState>
  )
}
