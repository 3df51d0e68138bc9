"use client"
/** What the galley remembers while it is open, and what its keys and presses do to that. */
import { useTranslations } from "next-intl"
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from "react"
import { matchesFilter, type ClaimFilter } from "@/components/claim/claim-filter"
import { useClaimWords } from "@/components/claim/claim-words"
import { useAnnounce } from "@/components/ui/announcer"
import { positions as positionsOf } from "@/lib/document/canonical"
import type { Answer } from "@/lib/domain/answer"
import { can, type ArticleSubject } from "@/lib/domain/policy"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { claimsStore } from "./claims-store"
import type { GalleyProps } from "./galley"
import type { GalleyValue, Part } from "./galley-context"
import type { SheetHandle } from "./sheet"
import { useHighlights } from "./use-highlights"
import { useKeys } from "./use-keys"
import { useMarking } from "./use-marking"

export function useGalleyState({ article, actor, scales, acts, selectedClaim }: GalleyProps) {
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const { nameOf } = useClaimWords()
  const sheet = useRef<SheetHandle>(null)
  const aside = useRef<HTMLElement>(null)
  const [store] = useState(() => claimsStore(article.claims, () => unreachable(ui("failed"))))
  const claims = useSyncExternalStore(store.subscribe, store.read, store.read)
  useEffect(() => store.merge(article.claims), [store, article.claims])

  const [selected, setSelected] = useState(() => claims.find((one) => one.claim.number === selectedClaim)?.key ?? null)
  const [filter, setFilter] = useState<ClaimFilter>("all")
  const [drawer, setDrawer] = useState<"none" | "list" | "inspector">(selected ? "inspector" : "none")
  const entry = claims.find((one) => one.key === selected) ?? null
  const shown = useMemo(
    () => claims.filter(({ claim }) => matchesFilter(claim, filter, actor.id)),
    [claims, filter, actor.id],
  )
  const positions = useMemo(() => positionsOf(article.revision.document), [article.revision.document])
  const highlights = useHighlights(claims, positions, selected)
  const goTo = useGoTo(aside)
  useAddress(entry?.standing === "kept" ? entry.claim.number : null)

  const select = (key: string | null) => {
    setSelected(key)
    setDrawer(key ? "inspector" : "none")
  }
  const open = (key: string) => {
    select(key)
    sheet.current?.show(key)
  }
  const backToText = () => {
    setDrawer("none")
    sheet.current?.focus()
  }
  const step = (by: 1 | -1) => {
    const next = neighbour(shown, selected, by)
    if (!next) return
    const inside = aside.current?.contains(document.activeElement) ?? false
    open(next.key)
    announce(nameOf(next.claim))
    if (inside) goTo("claim")
  }
  const subject = useMemo(() => subjectOf(article), [article])
  const markSpan = useMarking({ article, actor, acts, store })
  const mark = () => {
    const span = sheet.current?.span()
    const key = span ? markSpan(span) : null
    if (!key) return
    sheet.current?.collapse()
    select(key)
    goTo("statement")
  }
  const mayMark = can(actor, "claim.mark", subject)
  const inClaim = (part: Part) => () => entry && goTo(part)
  useKeys({
    ...(mayMark && { h: mark }),
    j: () => step(1),
    k: () => step(-1),
    s: inClaim("source"),
    v: inClaim("verdict"),
    Escape: backToText,
  })

  const context: GalleyValue = { article, subject, actor, scales, acts, store, selected, select, goTo, backToText }
  return {
    context,
    sheet,
    aside,
    claims,
    shown,
    entry,
    selected,
    filter,
    setFilter,
    drawer,
    positions,
    highlights,
    step,
    mark: mayMark ? mark : null,
    chooseInList: (key: string) => {
      open(key)
      const chosen = claims.find((one) => one.key === key)
      if (chosen) announce(nameOf(chosen.claim))
    },
    chooseInText: (key: string, by: "pointer" | "key") => {
      select(key)
      if (by === "key") goTo("claim")
    },
    announceUnderCaret: (keys: string[]) => {
      const under = claims.filter((one) => keys.includes(one.key))
      if (under.length > 0) announce(under.map((one) => nameOf(one.claim)).join(". "))
    },
    toggleList: () => setDrawer(drawer === "list" ? "none" : "list"),
    closeInspector: backToText,
  }
}

const unreachable = (message: string): Answer<never> => ({
  ok: false,
  refusal: { code: "failed", message, fields: {} },
})

function subjectOf(article: AnnotatedArticle): ArticleSubject {
  return { authorIds: article.authors.flatMap((author) => author.membershipId ?? []), leadId: article.lead?.id ?? null }
}

/** The claim before or after the chosen one, of those shown; from none, the first or last. */
function neighbour<T extends { key: string }>(shown: T[], selected: string | null, by: 1 | -1): T | undefined {
  const at = shown.findIndex((one) => one.key === selected)
  if (at < 0) return by === 1 ? shown[0] : shown.at(-1)
  return shown[at + by]
}

/** Leads the focus to a part of the inspector once it is drawn. */
function useGoTo(aside: RefObject<HTMLElement | null>): (part: Part) => void {
  const [asked, setAsked] = useState<{ part: Part } | null>(null)
  useEffect(() => {
    const place = asked && aside.current?.querySelector<HTMLElement>(`[data-part="${asked.part}"]`)
    if (place) focusIn(place)
  }, [asked, aside])
  return (part) => setAsked({ part })
}

/** A button is pressed, since it leads on; else the chosen or first thing to type in, else the place itself. */
function focusIn(place: HTMLElement): void {
  if (place instanceof HTMLButtonElement) return place.click()
  const field =
    place.querySelector<HTMLElement>("input:checked") ??
    place.querySelector<HTMLElement>("textarea:not([readonly]), input:not([readonly]), select:not([disabled])")
  const target = field ?? place
  target.focus()
  target.scrollIntoView({ block: "nearest" })
}

/** Keeps the chosen claim in the address, so that a link to it works and a reload comes back to it. */
function useAddress(number: number | null): void {
  useEffect(() => {
    const address = new URL(window.location.href)
    if (number === null) address.searchParams.delete("claim")
    else address.searchParams.set("claim", String(number))
    if (address.href !== window.location.href) window.history.replaceState(null, "", address)
  }, [number])
}
