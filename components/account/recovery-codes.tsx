"use client"
/** The codes to write down, shown this once. */
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { CopyButton } from "@/components/ui/copy-field"

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations("account.factor")
  const heading = useRef<HTMLHeadingElement>(null)
  // What one was looking at is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line-strong bg-raised p-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        {t("codesTitle")}
      </h3>
      <p className="text-ui text-pretty text-ink-2">{t("codesText")}</p>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 font-mono text-sm select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={onKept}>
          {t("codesKept")}
        </Button>
        <CopyButton value={codes.join("\n")} copy={t("codesCopy")} copied={t("codesCopied")} />
      </div>
    </div>
  )
}
