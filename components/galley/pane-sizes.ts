/** How wide somebody has made the panes beside the text, and which they have put away. Pure; kept in a cookie as words. */

export const sidePanes = ["list", "inspector"] as const
export type SidePane = (typeof sidePanes)[number]

/** Widths in CSS pixels; a pane that is put away keeps its width for when it is back. */
export interface PaneSizes {
  list: number
  inspector: number
  hidden: readonly SidePane[]
}

/** Narrow enough to leave the text its measure, wide enough for the longest word of a button. */
export const paneBounds: Record<SidePane, { least: number; most: number }> = {
  list: { least: 208, most: 480 },
  inspector: { least: 320, most: 640 },
}

export const usualPanes: PaneSizes = { list: 296, inspector: 384, hidden: [] }

/** The name of a person's cookie. */
export const panesCookie = (userId: string) => `panes-${userId}`

/** A width within its bounds, in whole pixels. */
export function within(pane: SidePane, width: number): number {
  const { least, most } = paneBounds[pane]
  return Math.round(Math.min(most, Math.max(least, width)))
}

/** `296,384` or, with what is put away, `296,384,list`. */
export function panesAsText({ list, inspector, hidden }: PaneSizes): string {
  return [list, inspector, ...hidden].join(",")
}

/** What a cookie says, as far as it can be; what it does not say is as usual. */
export function panesOf(text: string | undefined): PaneSizes {
  const [list, inspector, ...hidden] = (text ?? "").split(",")
  return {
    list: widthOf("list", list),
    inspector: widthOf("inspector", inspector),
    hidden: sidePanes.filter((pane) => hidden.includes(pane)),
  }
}

function widthOf(pane: SidePane, text: string | undefined): number {
  return text && /^\d{1,4}$/.test(text) ? within(pane, Number(text)) : usualPanes[pane]
}
