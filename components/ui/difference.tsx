/** Two wordings as one: what is taken out is struck, what is put in underlined, what stays is plain. */
import { classes } from "./classes"

/** A stretch of text that both wordings have, or one of them. */
export interface DifferencePiece {
  kind: "same" | "removed" | "added"
  text: string
}

export function Difference({ pieces }: { pieces: readonly DifferencePiece[] }) {
  return pieces.map(({ kind, text }, at) => {
    if (kind === "removed") {
      return (
        <del key={at} className="text-false">
          {text}
        </del>
      )
    }
    return kind === "added" ? (
      <ins
        key={at}
        className={classes(
          "bg-true-soft text-true decoration-true underline-offset-2",
          // What replaces a word stands apart from it.
          /^\S/.test(text) && "[del+&]:ms-1",
        )}
      >
        {text}
      </ins>
    ) : (
      <span key={at}>{text}</span>
    )
  })
}
