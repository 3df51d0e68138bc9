"use client"
/** Whether an article is our own copy or holds other people's claims. */
import { useTranslations } from "next-intl"
import { ChoiceGroup } from "@/components/ui/choice-group"
import type { ArticleKind } from "@/lib/domain/article"

const KINDS: ArticleKind[] = ["factcheck", "copy"]

export function KindChoice({ value, onChoose }: { value: ArticleKind; onChoose: (kind: ArticleKind) => void }) {
  const t = useTranslations("import")
  return (
    <ChoiceGroup
      label={t("kind")}
      {...{ value, onChoose }}
      options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`), hint: t(`kindHints.${kind}`) }))}
    />
  )
}
