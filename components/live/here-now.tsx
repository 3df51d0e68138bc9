"use client"
/** Who else has this article open: says that its reader is here, and shows who else is. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState, useSyncExternalStore } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Avatar } from "@/components/ui/avatar"
import type { Answer } from "@/lib/domain/answer"
import type { Here, Present } from "@/lib/domain/live"
import { nobodyYet, onLive, onPresent, presentNow, setPresent } from "./live-news"

/** Milliseconds. */
const SAY_EVERY = 20_000
/** Whoever goes from claim to claim is at none of them. */
const STAYS = 300

const SHOWN = 3

export function HereNow({ articleId }: { articleId: string }) {
  const t = useTranslations("galley.present")
  useBeingHere(articleId)
  const present = useSyncExternalStore(onPresent, presentNow, nobodyYet)
  if (present.length === 0) return null
  const names = present.map(({ name }) => name).join(", ")
  return (
    <span
      title={t("here", { names })}
      className="inline-flex shrink-0 items-center gap-1 rounded-full bg-true-soft py-0.5 pr-2 pl-0.5 max-sm:sr-only"
    >
      <span aria-hidden className="inline-flex items-center">
        {present.slice(0, SHOWN).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} size="small" />
        ))}
      </span>
      <span aria-hidden className="text-xs font-semibold text-true">
        {present.length > SHOWN ? t("more", { count: present.length - SHOWN }) : t("now")}
      </span>
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
    const say = async () => {
      if (document.visibilityState === "hidden") return
      const others = await sayHere(address, here("here"))
      if (current && others) setPresent(others)
    }
    const leave = () => void navigator.sendBeacon(address, new Blob([here("gone")], { type: "application/json" }))
    const turned = () => (document.visibilityState === "hidden" ? leave() : void say())
    const first = setTimeout(() => void say(), STAYS)
    const again = setInterval(() => void say(), SAY_EVERY)
    const stop = onLive(({ presence }) => presence.includes(articleId) && void say())
    document.addEventListener("visibilitychange", turned)
    window.addEventListener("pagehide", leave)
    return () => {
      current = false
      clearTimeout(first)
      clearInterval(again)
      stop()
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
