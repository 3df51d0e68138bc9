"use client"
/** Who else is at a claim right now. Whoever comes and goes moves nothing of what stands around it. */
import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"
import { Avatar } from "@/components/ui/avatar"
import { nobodyYet, onPresent, presentNow } from "./live-news"

function useThere(claimId: string) {
  const t = useTranslations("galley.present")
  const there = useSyncExternalStore(onPresent, presentNow, nobodyYet).filter(({ claimIds }) =>
    claimIds.includes(claimId),
  )
  return { there, names: there.map(({ name }) => name).join(", "), words: t("at", { count: there.length }) }
}

/** Under the number of a claim in a list; its place is as wide as an avatar. */
export function AtClaim({ claimId }: { claimId: string }) {
  const { there, names, words } = useThere(claimId)
  const [first, ...rest] = there
  if (!first) return null
  return (
    <span title={`${names} ${words}`} className="absolute top-6 right-0 flex flex-col items-center">
      <span aria-hidden className="grid rounded-full ring-2 ring-true">
        <Avatar id={first.id} name={first.name} size="small" />
      </span>
      {rest.length > 0 && (
        <span aria-hidden className="mt-0.5 text-[0.625rem] leading-none font-semibold text-true">
          +{rest.length}
        </span>
      )}
      <span className="sr-only">{`${names} ${words}`}</span>
    </span>
  )
}

/** On the upper edge of a claim that lies over the text, where the list is not to be seen. */
export function AtOpenClaim({ claimId }: { claimId: string }) {
  const { there, words } = useThere(claimId)
  if (there.length === 0) return null
  return (
    <span className="absolute -top-3 left-4.5 [@media(height<35rem)]:top-0 inline-flex max-w-[calc(100%-2.25rem)] items-center gap-1 rounded-full border border-true bg-true-soft py-px pr-2 pl-0.5 list:hidden">
      {there.map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="small" />
      ))}
      <span className="truncate text-xs font-semibold text-true">{words}</span>
    </span>
  )
}
