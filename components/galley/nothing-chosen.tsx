"use client"
/** What the inspector says before a claim is chosen: how to mark one, how to get to one. */
import { useTranslations } from "next-intl"
import { KeyName, useKeyWords } from "@/components/keys/key-cap"
import type { Standing } from "@/lib/domain/article"

const names = {
  mark: () => <KeyName act="claim.mark" />,
  next: () => <KeyName act="claim.next" />,
  previous: () => <KeyName act="claim.previous" />,
}

export interface NothingChosenProps {
  /** What can be done with selected words. */
  acts: readonly unknown[]
  standing: Standing
}

export function NothingChosen({ acts, standing }: NothingChosenProps) {
  const t = useTranslations("galley")
  const claim = useTranslations("claim.notice")
  const { keys } = useKeyWords("claim.mark")
  return (
    <div className="flex flex-col gap-2 px-5 py-8 text-ui text-pretty text-ink-2">
      <h2 className="font-serif text-lg font-semibold text-ink">{t("nothing")}</h2>
      {standing === "signed_off" && <p>{claim("out")}</p>}
      {acts.length > 0 && <p>{t.rich("howToMark", { ...names, keys })}</p>}
      <p>{t.rich("howToMove", { ...names, keys })}</p>
    </div>
  )
}
