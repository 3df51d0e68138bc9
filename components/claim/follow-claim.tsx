"use client"
/** Whether the reader hears what becomes of a claim, and their word on it. */
import { Bell, BellOff } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { useFollowed } from "@/components/galley/use-followed"
import { useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import type { ClaimView } from "@/lib/domain/claim"
import { followsClaim } from "@/lib/domain/follow"

export default function FollowClaim({ claim }: { claim: ClaimView }) {
  const t = useTranslations("follow")
  const announce = useAnnounce()
  const { article, reader } = useGalley()
  const { words, sayOfClaim } = useFollowed()
  const [busy, setBusy] = useState<"yes" | "no">("no")
  const follows = followsClaim(reader.id, { claim, lead: article.lead }, words)
  const turn = async (say: (words: string) => void) => {
    if (busy === "yes") return
    setBusy("yes")
    if (await sayOfClaim(claim.id, !follows)) say(t(follows ? "off" : "on"))
    setBusy("no")
  }
  // By the key it may not be in sight.
  useKeys({ "follow.claim": () => void turn(toast) })
  const shortcut = useShortcut("follow.claim")
  const Shape = follows ? Bell : BellOff
  return (
    <Button
      look="quiet"
      size="small"
      busy={busy === "yes"}
      aria-label={t("claimLabel", { job: claim.job, number: claim.number })}
      aria-pressed={follows}
      title={t(follows ? "claimOn" : "claimOff")}
      aria-keyshortcuts={shortcut}
      onClick={() => void turn(announce)}
    >
      <Shape aria-hidden className="size-3.5" />
    </Button>
  )
}
