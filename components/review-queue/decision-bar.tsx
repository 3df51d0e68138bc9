"use client"
/** Approve, request changes or skip; and what came back if a decision was not taken. */
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import type { RefusalView } from "@/lib/domain/answer"

export interface DecisionBarProps {
  deciding: "approve" | "request_changes" | null
  failure: RefusalView | null
  warning: string | null
  onApprove: () => void
  onRequest: () => void
  onSkip: () => void
  onGoOn: () => void
}

export function DecisionBar(props: DecisionBarProps) {
  const t = useTranslations("reviews")
  const { deciding, failure, warning } = props
  const approving = deciding === "approve"
  const requesting = deciding === "request_changes"
  return (
    <footer className="sticky bottom-0 border-t border-line bg-raised px-4 py-3 sm:px-[1.125rem]">
      <div role="alert">{failure && <Failed failure={failure} onGoOn={props.onGoOn} />}</div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="approve"
          busy={approving}
          aria-keyshortcuts={useShortcut("review.approve")}
          onClick={once(props.onApprove)}
        >
          {approving ? t("approving") : t("approve")} <KeyCap act="review.approve" className="max-sm:hidden" />
        </Button>
        <Button busy={requesting} aria-keyshortcuts={useShortcut("review.request")} onClick={once(props.onRequest)}>
          {requesting ? t("requesting") : t("request")} <KeyCap act="review.request" className="max-sm:hidden" />
        </Button>
        <Button look="quiet" aria-keyshortcuts={useShortcut("claim.next")} onClick={props.onSkip}>
          {t("skip")} <KeyCap act="claim.next" className="max-sm:hidden" />
        </Button>
      </div>
      {warning && <p className="mt-2 text-xs text-ink-3">{warning}</p>}
    </footer>
  )
}

/** The second press of a double click would decide on the claim that comes up next. */
const once = (act: () => void) => (event: { detail: number }) => {
  if (event.detail < 2) act()
}

function Failed({ failure, onGoOn }: { failure: RefusalView; onGoOn: () => void }) {
  const t = useTranslations("reviews")
  const over = failure.code === "conflict" || failure.code === "not-found" || failure.code === "forbidden"
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border-l-3 border-false bg-false-soft px-3 py-2">
      <p className="min-w-0 flex-1 text-ui font-medium text-false">{failure.message}</p>
      {over && (
        <Button size="small" onClick={onGoOn}>
          {t("goOn")}
        </Button>
      )}
      {failure.code === "signed-out" && (
        <a href="/sign-in" target="_blank" rel="noopener" className="text-ui font-semibold text-ink underline">
          {t("signIn")}
        </a>
      )}
    </div>
  )
}
