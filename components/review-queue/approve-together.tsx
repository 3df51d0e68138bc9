"use client"
/** Below the list: choosing all, approving what is chosen, and how far that is. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { ReviewItem } from "@/lib/domain/review-item"
import type { Progress, Together } from "./use-together"

export interface ApproveTogetherProps {
  together: Together
  /** Brings a verdict into sight. */
  onShow: (item: ReviewItem) => void
}

export function ApproveTogether({ together, onShow }: ApproveTogetherProps) {
  const t = useTranslations("reviews.together")
  const { able, chosen, unseen, progress } = together
  const [next] = unseen
  const isReady = chosen.length > 0 && unseen.length === 0
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-raised px-4 py-3">
      <Button
        look="approve"
        aria-disabled={!isReady}
        aria-describedby="together-state"
        aria-keyshortcuts={useShortcut("review.approve")}
        onClick={together.approve}
      >
        {t("approve", { count: chosen.length })} <KeyCap act="review.approve" on="ink" className="max-sm:hidden" />
      </Button>
      {next && (
        <Button size="small" onClick={() => onShow(next)}>
          {t("showUnseen")}
        </Button>
      )}
      {able.length > 0 && (
        <Checkbox
          label={t("all", { count: able.length })}
          checked={chosen.length === able.length}
          onChange={(event) => together.chooseAll(event.target.checked ? "all" : "none")}
        />
      )}
      <div id="together-state" role="status" className="flex flex-wrap items-center gap-x-3 text-ui text-ink-2">
        {unseen.length > 0 && t("unseen", { count: unseen.length })}
        {chosen.length === 0 && !progress && t("none")}
        {chosen.length === 0 && progress && <State progress={progress} />}
      </div>
    </footer>
  )
}

function State({ progress }: { progress: Progress }) {
  const t = useTranslations("reviews.together")
  const { total, approved, refused, held, left } = progress
  if (left === 0) return t("done", { approved, refused, held })
  const label = t("sending", { done: total - left, total })
  return (
    <>
      {label}
      <ProgressBar
        label={label}
        segments={[
          { tone: "true", count: approved },
          { tone: "false", count: refused },
          { tone: "open", count: held },
          { tone: "unproven", count: left },
        ]}
      />
    </>
  )
}
