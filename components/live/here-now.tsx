"use client"
/** Who else has this article open: says that its reader is here, and shows who else is. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState, useSyncExternalStore } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Avatar } from "@/components/ui/avatar"
import { connection, onAgain } from "@/components/ui/connection"
import type { Answer } from "@/lib/domain/answer"
import type { Here, Present } from "@/lib/domain/live"
import { nobodyYet, onLive, onPresent, presentNow, setPresent } from "./live-news"

/** Milliseconds. */
const SAY_EVERY = 20_000
/** Whoever goes from claim to claim is at none of them. */
const STAYS = 300

const SHOWN = 3
const SHOWN_NARROW = 1

export function HereNow({ articleId }: { articleId: string }) {
  const t = useTranslations("galley.present")
  useBeingHere(articleId)
  const present = useSyncExternalStore(onPresent, presentNow, nobodyYet)
  if (present.length === 0) return null
  const names = present.map(({ name }) => name).join(", ")
  const rest = present.length - SHOWN
  const restNarrow = present.length - SHOWN_NARROW
  return (
    <span
      title={t("here", { names })}
      className="inline-flex shrink-0 items-center gap-1 rounded-full bg-true-soft p-0.5 whitespace-nowrap sm:pr-2"
    >
      <span aria-hidden className="inline-flex items-center">
        {present.slice(0, SHOWN).map(({ id, name }, at) => (
          <span key={id} className={at < SHOWN_NARROW ? "grid" : "grid max-sm:hidden"}>
            <Avatar id={id} name={name} size="small" />
          </span>
        ))}
      </span>
      <span aria-hidden className="text-xs font-semibold text-true max-sm:hidden">
        {rest > 0 ? t("more", { count: rest }) : t("now")}
      </span>
      {restNarrow > 0 && (
        <span aria-hidden className="pr-1.5 text-xs font-semibold text-true sm:hidden">
          +{restNarrow}
        </span>
      )}
      <span className="sr-only">{t("here", { names })}</span>
    </span>
  )
}

/** Says where this tab is, again and again while it is looked at, and that it is left. */
function useBeingHere(articleId: string): void {
  const { workspace } = useParams<{ workspace: string }>()
  const { store, selected } = useGalley()
  const claimId = useSyncExternalStore(
    store.subscribe,
    () => store.read().find(({ key, standing }) => key === selected && standing === "kept")?.claim.id ?? null,
    () => null,
  )
  const [tab] = useState(() => (typeof window === "undefined" ? "" : newTab()))
  useEffect(() => {
    const address = `/api/live/${workspace}/here`
    const here = (state: Here["state"]) => JSON.stringify({ articleId, claimId, tab, state } satisfies Here)
    let current = true
    let asked = 0
    const say = async () => {
      // Whoever has signed in instead is not here.
      if (document.visibilityState === "hidden" || connection() === "taken") return
      const mine = (asked += 1)
      const others = await sayHere(address, here("here"))
      if (current && mine === asked && others) setPresent(others)
    }
    const leave = () => void navigator.sendBeacon(address, new Blob([here("gone")], { type: "application/json" }))
    const turned = () => (document.visibilityState === "hidden" ? leave() : void say())
    const first = setTimeout(() => void say(), STAYS)
    const again = setInterval(() => void say(), SAY_EVERY)
    const stops = [
      onLive(({ presence, missed }) => (missed || presence.includes(articleId)) && void say()),
      onAgain(() => void say()),
    ]
    document.addEventListener("visibilitychange", turned)
    window.addEventListener("pagehide", leave)
    return () => {
      current = false
      clearTimeout(first)
      clearInterval(again)
      for (const stop of stops) stop()
      document.removeEventListener("visibilitychange", turned)
      window.removeEventListener("pagehide", leave)
    }
  }, [workspace, articleId, claimId, tab])
  useEffect(() => {
    const body = JSON.stringify({ articleId, claimId: null, tab, state: "gone" } satisfies Here)
    return () => {
      setPresent([])
      void navigator.sendBeacon(`/api/live/${workspace}/here`, new Blob([body], { type: "application/json" }))
    }
  }, [workspace, articleId, tab])
}

/** Who else is there; null where that can't be learned now. */
async function sayHere(address: string, body: string): Promise<Present[] | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    })
    const answer = (await response.json()) as Answer<Present[]>
    return answer.ok ? answer.value : null
  } catch {
    return null
  }
}

/** Pages that are not secure know no `randomUUID`. */
function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
