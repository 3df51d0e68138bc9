"use client"
/** A mail, a text or a page as it was: paragraph by paragraph, each with its number, for that is how it is cited. */
import { useTranslations } from "next-intl"
import type { Span } from "@/lib/anchor/graphemes"
import type { TextWindow } from "@/lib/domain/viewing"
import { MarkedWords } from "./marked-words"

export function TextView({ window, mark }: { window: TextWindow; mark: Span | null }) {
  const t = useTranslations("viewer")
  return (
    <div className="max-w-[46rem] rounded-[10px] border border-line bg-raised px-4 py-5 sm:px-6">
      {window.parts.map((part) => {
        const n = part.kind === "paragraph" ? part.n : 0
        return (
          <div key={part.start} className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-2 py-1.5">
            <span
              className="pt-0.5 text-right text-xs text-ink-3 tabular-nums"
              title={n > 0 ? t("paragraph", { n }) : undefined}
            >
              {n > 0 && `¶ ${n}`}
            </span>
            <p
              dir="auto"
              data-words=""
              data-paragraph={n}
              className="font-serif text-[1rem] leading-[1.5] wrap-anywhere whitespace-pre-line"
            >
              <MarkedWords words={part.words} start={part.start} mark={mark} />
            </p>
          </div>
        )
      })}
    </div>
  )
}
