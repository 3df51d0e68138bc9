"use client"
/** Approve and request changes, with their keys; and what came back if a request was not taken. */
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import type { RefusalView } from "@/lib/domain/answer"
import type { Decision } from "./use-decision"

export interface DecisionButtonsProps extends Pick<Decision, "standing" | "failure" | "approve" | "request"> {
  /** What else stands in their row. */
  children?: ReactNode
  /** What to do about a failure that no second try mends. */
  wayOn?: ReactNode
}

export function DecisionButtons({ standing, failure, approve, request, children, wayOn }: DecisionButtonsProps) {
  const t = useTranslations("review")
  const requesting = standing === "requesting"
  return (
    <>
      <div role="alert">{failure && <Failed failure={failure}>{wayOn}</Failed>}</div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="approve"
          aria-disabled={requesting}
          aria-keyshortcuts={useShortcut("review.approve")}
          onClick={once(approve)}
        >
          {t("approve")} <KeyCap act="review.approve" on="ink" className="max-sm:hidden" />
        </Button>
        <Button busy={requesting} aria-keyshortcuts={useShortcut("review.request")} onClick={once(request)}>
          {requesting ? t("requesting") : t("request")} <KeyCap act="review.request" className="max-sm:hidden" />
        </Button>
        {children}
      </div>
    </>
  )
}

/** The second press of a double click would decide on the claim that comes up next. */
const once = (act: () => void) => (event: { detail: number }) => {
  if (event.detail < 2) act()
}

function Failed({ failure, children }: { failure: RefusalView; children: ReactNode }) {
  const t = useTranslations("review")
  const isOver = failure.code === "conflict" || failure.code === "not-found" || failure.code === "forbidden"
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border-l-3 border-false bg-false-soft px-3 py-2">
      <p className="min-w-0 flex-1 text-ui font-medium text-false">{failure.message}</p>
      {isOver && children}
      {failure.code === "signed-out" && (
        <a href="/sign-in" target="_blank" rel="noopener" className="text-ui font-semibold text-ink underline">
          {t("signIn")}
        </a>
      )}
    </div>
  )
}
