/** What differs between two texts, with some words around it: of a long text nobody looks for three changed words. */
import type { DifferencePiece } from "@/components/ui/difference"

/** About a line on each side says where it stands. Characters. */
const AROUND = 80

/** The places at which something differs, in their order; what stands close together is one. */
export function excerpts(pieces: readonly DifferencePiece[]): DifferencePiece[][] {
  const found: DifferencePiece[][] = []
  let open: DifferencePiece[] | null = null
  pieces.forEach((piece, at) => {
    if (piece.kind !== "same") {
      open ??= begun(pieces[at - 1])
      open.push(piece)
    } else if (open) {
      const isLast = at === pieces.length - 1
      if (!isLast && piece.text.length <= 2 * AROUND) return void open.push(piece)
      found.push([...open, { kind: "same", text: shortened(piece.text, "end") }])
      open = null
    }
  })
  return open ? [...found, open] : found
}

function begun(before: DifferencePiece | undefined): DifferencePiece[] {
  return before?.kind === "same" ? [{ kind: "same", text: shortened(before.text, "start") }] : []
}

/** Its end or its beginning that is near, from or up to a whole word. */
function shortened(text: string, cut: "start" | "end"): string {
  if (text.length <= AROUND) return text
  return cut === "start"
    ? `… ${text.slice(-AROUND).replace(/^\S*\s/, "")}`
    : `${text.slice(0, AROUND).replace(/\s\S*$/, "")} …`
}
