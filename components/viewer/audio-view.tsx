"use client"
/** A recording, which begins at the timecode that is cited. */
import { useTranslations } from "next-intl"
import { useCallback, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { timecode } from "@/lib/domain/locator"

export function AudioView({ address, seconds }: { address: string; seconds: number | null }) {
  const t = useTranslations("viewer")
  const player = useRef<HTMLAudioElement>(null)
  const seek = useCallback(() => {
    if (player.current && seconds !== null) player.current.currentTime = seconds
  }, [seconds])
  useEffect(() => {
    // It may have been loaded before anybody listened for it.
    if (player.current && player.current.readyState >= HTMLMediaElement.HAVE_METADATA) seek()
  }, [seek])
  const listen = () => {
    seek()
    void player.current?.play()
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <audio
        ref={player}
        controls
        preload="metadata"
        src={address}
        onLoadedMetadata={seek}
        className="w-full max-w-xl"
      />
      {seconds !== null && <Button onClick={listen}>{t("listen", { at: timecode(seconds) })}</Button>}
    </div>
  )
}
