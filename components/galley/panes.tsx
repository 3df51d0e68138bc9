"use client"
/**
 * The panes beside the text. Wide: all three. Middle: the text with one of the others. Narrow: the text, the others
 * over it, the list from the left and the inspector from below.
 */
import type { ReactNode, Ref } from "react"
import { ClaimList } from "@/components/claim/claim-list"
import { classes } from "@/components/ui/classes"
import type { ClaimEntry } from "./claims-store"
import { useGalley } from "./galley-context"
import type { Drawer, useChoice } from "./use-choice"

export function paneGrid(drawer: Drawer): string {
  return classes(
    "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] panes:grid-cols-[296px_minmax(0,1fr)_384px] print:block",
    drawer === "inspector"
      ? "list:max-panes:grid-cols-[minmax(0,1fr)_384px]"
      : "list:max-panes:grid-cols-[296px_minmax(0,1fr)]",
  )
}

export interface ListPaneProps {
  choice: ReturnType<typeof useChoice>
  claims: ClaimEntry[]
  actorId: string
  label: string
  onChoose: (key: string) => void
}

export function ListPane({ choice, claims, actorId, label, onChoose }: ListPaneProps) {
  const { goTo } = useGalley()
  return (
    <aside
      id="claims"
      aria-label={label}
      className={classes(
        "flex min-h-0 flex-col border-r contain-layout contain-style border-line bg-panel print:hidden",
        "max-list:fixed max-list:inset-y-0 max-list:left-0 max-list:z-40 max-list:w-[min(320px,88vw)] max-list:shadow-float",
        choice.drawer !== "list" && "max-list:hidden",
        choice.drawer === "inspector" && "max-panes:hidden",
      )}
    >
      <ClaimList
        claims={claims}
        shown={choice.shown}
        filter={choice.filter}
        onFilter={choice.setFilter}
        actorId={actorId}
        selected={choice.selected}
        onSelect={onChoose}
        onOpen={() => goTo("claim")}
      />
    </aside>
  )
}

export interface InspectorPaneProps {
  drawer: Drawer
  /** Key of the claim inside. */
  claim: string | null
  label: string
  ref: Ref<HTMLElement>
  children: ReactNode
}

export function InspectorPane({ drawer, claim, label, ref, children }: InspectorPaneProps) {
  return (
    <aside
      ref={ref}
      data-claim={claim}
      aria-label={label}
      className={classes(
        "flex min-h-0 flex-col border-l contain-layout contain-style border-line bg-raised print:hidden",
        "max-list:fixed max-list:inset-x-0 max-list:bottom-0 max-list:z-40 max-list:h-[78dvh] max-list:rounded-t-xl",
        "max-list:border-t max-list:border-l-0 max-list:shadow-float",
        drawer !== "inspector" && "max-panes:hidden",
      )}
    >
      {children}
    </aside>
  )
}
