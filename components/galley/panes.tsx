"use client"
/**
 * The panes beside the text. Wide: all three. Middle: the text with one of the others. Narrow: the text, the others
 * over it, the list from the left and the inspector from below.
 */
import { useTranslations } from "next-intl"
import type { CSSProperties, ReactNode, Ref } from "react"
import { ClaimList } from "@/components/claim/claim-list"
import { classes } from "@/components/ui/classes"
import { Splitter } from "@/components/ui/splitter"
import type { ClaimEntry } from "./claims-store"
import { useGalley } from "./galley-context"
import { paneBounds, within, type SidePane } from "./pane-sizes"
import type { Drawer, useChoice } from "./use-choice"
import type { PanesState } from "./use-panes"

/** What lays the panes out: side by side where there is room, each as wide as it was made. */
export function PaneGrid({ panes, drawer, children }: { panes: PanesState; drawer: Drawer; children: ReactNode }) {
  const { list, inspector, hidden } = panes
  const widths = { "--list": `${list}px`, "--inspector": `${inspector}px` } as CSSProperties
  return (
    <div
      style={widths}
      className={classes(
        "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] print:block",
        columns[`${hidden.includes("list") ? "" : "list"}${hidden.includes("inspector") ? "" : "inspector"}`],
        drawer === "inspector"
          ? "list:max-panes:grid-cols-[minmax(0,1fr)_384px]"
          : "list:max-panes:grid-cols-[296px_minmax(0,1fr)]",
      )}
    >
      {children}
    </div>
  )
}

/** Written out, so that the style sheet has them. The splitters lie over the edges and take no column. */
const columns: Record<string, string> = {
  listinspector: "panes:grid-cols-[var(--list)_minmax(0,1fr)_var(--inspector)]",
  list: "panes:grid-cols-[var(--list)_minmax(0,1fr)]",
  inspector: "panes:grid-cols-[minmax(0,1fr)_var(--inspector)]",
  "": "panes:grid-cols-[minmax(0,1fr)]",
}

/** The edge of a pane, where it stands beside the text. */
function Edge({ pane, panes }: { pane: SidePane; panes: PanesState }) {
  const t = useTranslations("galley.panes")
  const { least, most } = paneBounds[pane]
  return (
    <Splitter
      label={t(`edge.${pane}`)}
      controls={paneIds[pane]}
      width={panes[pane]}
      least={least}
      most={most}
      pane={pane === "list" ? "before" : "after"}
      onMove={(width) => layOut(pane, width)}
      onRest={(width) => panes.rest(pane, width)}
      onClose={() => panes.toggle(pane)}
      className={classes(
        "absolute inset-y-0 hidden panes:block print:hidden",
        pane === "list" ? "-right-1" : "-left-1",
      )}
    />
  )
}

/** Past React, which would draw the text and all its claims for every pixel; what it comes to rest at is drawn. */
function layOut(pane: SidePane, width: number): void {
  const grid = document.getElementById(paneIds[pane])?.parentElement
  grid?.style.setProperty(`--${pane}`, `${within(pane, width)}px`)
}

const paneIds: Record<SidePane, string> = { list: "claims", inspector: "inspector" }

export interface ListPaneProps {
  panes: PanesState
  choice: ReturnType<typeof useChoice>
  claims: ClaimEntry[]
  actorId: string
  label: string
  onChoose: (key: string) => void
}

export function ListPane({ panes, choice, claims, actorId, label, onChoose }: ListPaneProps) {
  const { goTo } = useGalley()
  return (
    <aside
      id="claims"
      aria-label={label}
      className={classes(
        "flex min-h-0 flex-col border-r contain-layout contain-style border-line bg-panel print:hidden",
        "list:relative max-list:fixed max-list:inset-y-0 max-list:left-0 max-list:z-40 max-list:w-[min(320px,88vw)] max-list:shadow-float",
        choice.drawer !== "list" && "max-list:hidden",
        choice.drawer === "inspector" && "max-panes:hidden",
        panes.hidden.includes("list") && "panes:hidden",
      )}
    >
      <Edge pane="list" panes={panes} />
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
  panes: PanesState
  drawer: Drawer
  /** Key of the claim inside. */
  claim: string | null
  label: string
  ref: Ref<HTMLElement>
  children: ReactNode
}

export function InspectorPane({ panes, drawer, claim, label, ref, children }: InspectorPaneProps) {
  return (
    <aside
      ref={ref}
      id="inspector"
      data-claim={claim}
      aria-label={label}
      className={classes(
        "flex min-h-0 flex-col border-l contain-layout contain-style border-line bg-raised print:hidden",
        "list:relative max-list:fixed max-list:inset-x-0 max-list:bottom-0 max-list:z-40 max-list:h-[78dvh] max-list:rounded-t-xl",
        "max-list:border-t max-list:border-l-0 max-list:shadow-float [@media(height<35rem)]:max-list:h-dvh",
        drawer !== "inspector" && "max-panes:hidden",
        panes.hidden.includes("inspector") && "panes:hidden",
      )}
    >
      <Edge pane="inspector" panes={panes} />
      {children}
    </aside>
  )
}
