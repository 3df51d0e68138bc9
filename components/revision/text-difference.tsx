/** Two texts as one, paragraph by paragraph: struck what was taken out, underlined what was put in, folded what is the same. */
import { useTranslations } from "next-intl"
import { classes } from "@/components/ui/classes"
import { Difference } from "@/components/ui/difference"
import type { Piece } from "@/lib/anchor"
import { diffBlocks, foldedParts, type DiffBlock } from "./diff-blocks"

export interface TextDifferenceProps {
  pieces: readonly Piece[]
  /** Where the body begins in either text. */
  bodyStart: { old: number; new: number }
  /** In which the article is written. */
  language: string
}

/** Every place that differs can take the focus: it is gone to by keys (use-changes.ts). */
export function TextDifference({ pieces, bodyStart, language }: TextDifferenceProps) {
  const parts = foldedParts(diffBlocks(pieces, bodyStart))
  return (
    <div lang={language} dir="auto" className="font-serif text-[1.0625rem] leading-[1.6] wrap-anywhere hyphens-auto">
      {parts.map((part, at) =>
        part.kind === "shown" ? <Block key={at} block={part.block} /> : <Folded key={at} blocks={part.blocks} />,
      )}
    </div>
  )
}

function Block({ block: { role, runs } }: { block: DiffBlock }) {
  return (
    <p
      className={classes(
        role === "title" && "mb-2 text-[1.625rem] leading-tight font-semibold text-balance",
        role === "dek" && "mb-4 text-lg leading-snug text-ink-2",
        role === "body" && "my-3",
      )}
    >
      {runs.map((run, at) =>
        run.kind === "same" ? (
          run.text
        ) : (
          <span key={at} data-change tabIndex={-1} className="scroll-my-32 rounded-sm outline-offset-2">
            <Difference pieces={run.pieces} />
          </span>
        ),
      )}
    </p>
  )
}

/** The browser's own fold: it opens without scripts, and when words in it are searched for. */
function Folded({ blocks }: { blocks: DiffBlock[] }) {
  const t = useTranslations("revisions")
  return (
    <details className="group my-3 font-sans">
      <summary
        className={classes(
          "cursor-pointer rounded-md bg-panel px-3 py-1.5 text-xs text-ink-2 select-none hover:text-ink",
          "marker:text-ink-3",
        )}
      >
        {t("folded", { count: blocks.length })}
      </summary>
      <div className="font-serif">
        {blocks.map((block, at) => (
          <Block key={at} block={block} />
        ))}
      </div>
    </details>
  )
}
