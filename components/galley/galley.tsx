"use client"
/** The galley: the claims of an article, its text with every claim drawn over it, and all about the chosen one. */
import { useTranslations } from "next-intl"
import { Announcer } from "@/components/ui/announcer"
import { ClaimList } from "@/components/claim/claim-list"
import { Inspector } from "@/components/claim/inspector"
import { classes } from "@/components/ui/classes"
import { Kbd } from "@/components/ui/kbd"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Scale } from "@/lib/domain/scale"
import type { Actor } from "@/lib/domain/workspace"
import type { GalleyActs } from "./acts"
import { GalleyBar } from "./galley-bar"
import { GalleyProvider } from "./galley-context"
import { Sheet } from "./sheet"
import { useGalleyState } from "./use-galley-state"

export interface GalleyProps {
  article: AnnotatedArticle
  actor: Actor
  scales: Scale[]
  acts: GalleyActs
  /** Number of the claim to open with, from the address. */
  selectedClaim?: number
}

/** Begins anew with another revision: its text, its offsets and its caret are others. */
export function Galley(props: GalleyProps) {
  return (
    <Announcer>
      <Panes key={props.article.revision.id} {...props} />
    </Announcer>
  )
}

function Panes(props: GalleyProps) {
  const { article, actor } = props
  const t = useTranslations("galley")
  const galley = useGalleyState(props)
  const { claims, shown, entry, drawer } = galley
  return (
    <GalleyProvider value={galley.context}>
      <div data-fills className="flex min-h-0 flex-1 flex-col">
        <GalleyBar
          article={article}
          claims={claims}
          actor={actor}
          onList={galley.toggleList}
          listOpen={drawer === "list"}
        />
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] list:grid-cols-[296px_minmax(0,1fr)] panes:grid-cols-[296px_minmax(0,1fr)_384px] print:block">
          <aside
            id="claims"
            aria-label={t("claims")}
            className={classes(
              "flex min-h-0 flex-col border-r border-line bg-panel print:hidden",
              "max-list:fixed max-list:inset-y-0 max-list:left-0 max-list:z-40 max-list:w-[min(320px,88vw)] max-list:shadow-float",
              drawer !== "list" && "max-list:hidden",
            )}
          >
            <ClaimList
              claims={claims}
              shown={shown}
              filter={galley.filter}
              onFilter={galley.setFilter}
              actorId={actor.id}
              selected={galley.selected}
              onSelect={galley.chooseInList}
              onOpen={() => galley.context.goTo("claim")}
            />
          </aside>
          <Sheet
            ref={galley.sheet}
            article={article}
            positions={galley.positions}
            highlights={galley.highlights}
            onMark={galley.mark}
            onChoose={galley.chooseInText}
            onEnter={galley.announceUnderCaret}
          />
          <aside
            ref={galley.aside}
            aria-label={t("inspector")}
            className={classes(
              "flex min-h-0 flex-col border-l border-line bg-raised print:hidden",
              "max-panes:fixed max-panes:right-0 max-panes:bottom-0 max-panes:z-40 max-panes:shadow-float",
              "max-panes:list:top-0 max-panes:list:w-[min(420px,100vw)]",
              "max-list:inset-x-0 max-list:h-[78dvh] max-list:rounded-t-xl max-list:border-t max-list:border-l-0",
              drawer !== "inspector" && "max-panes:hidden",
            )}
          >
            {entry ? (
              <Inspector key={entry.key} entry={entry} onStep={galley.step} onClose={galley.closeInspector} />
            ) : (
              <NothingChosen mayMark={galley.mark !== null} />
            )}
          </aside>
        </div>
      </div>
    </GalleyProvider>
  )
}

function NothingChosen({ mayMark }: { mayMark: boolean }) {
  const t = useTranslations("galley")
  return (
    <div className="px-5 py-8 text-ui text-pretty text-ink-2">
      <p className="mb-2 font-serif text-lg font-semibold text-ink">{t("nothing")}</p>
      {mayMark && <p className="mb-2">{t.rich("howToMark", { key: (chunks) => <Kbd>{String(chunks)}</Kbd> })}</p>}
      <p>{t.rich("howToMove", { key: (chunks) => <Kbd>{String(chunks)}</Kbd> })}</p>
    </div>
  )
}
