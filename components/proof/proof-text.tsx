"use client"
/** The article's text with its claims underlined and numbered, as plain elements: nothing in it waits for an editor. */
import { Fragment, type ReactNode } from "react"
import type { Coverage } from "@/components/coverage/use-coverage"
import { lookOf } from "@/components/claim/looks"
import { useGalley } from "@/components/galley/galley-context"
import { lanesOf, stretchOf } from "@/components/galley/lanes"
import { drawText, type DrawLeaf } from "@/components/galley/static-text"
import { positions } from "@/lib/document/canonical"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { ClaimView } from "@/lib/domain/claim"
import { spansIn } from "@/lib/domain/coverage"
import { SentenceSign } from "./sentence-state"
import { tapeOf, type Bit, type TapedSentence } from "@/lib/domain/tape"

/** Lanes below this have a line of their own, as on screen; the number tells the others. */
const LANES = 3

export function ProofText({ claims }: { claims: ClaimView[] }) {
  const { article, coverage } = useGalley()
  return (
    <div className="galley-text" dir="auto" lang={article.language}>
      {drawProof(article, tapedSentences(coverage), claims)}
    </div>
  )
}

/** In one go, since the tape is read once from its beginning to its end. */
function drawProof({ revision }: AnnotatedArticle, sentences: TapedSentence[], claims: ClaimView[]): ReactNode[] {
  const { offsetAt } = positions(revision.document)
  const taped = claims.map(({ id, anchors }) => ({ key: id, spans: spansIn(anchors) }))
  const tape = tapeOf(taped, sentences)
  const drawBit = bitsOf(claims)
  const draw = (bits: Bit[], words: (from: number, to: number) => ReactNode) =>
    bits.map((bit, index) => <Fragment key={index}>{drawBit(bit, words)}</Fragment>)
  const leaf: DrawLeaf = (drawn, node, pos) => {
    if (node.isBlock) return drawn
    const from = offsetAt(pos)
    const { text } = node
    return draw(tape.read(from, from + node.nodeSize), (start, end) =>
      text === undefined ? drawn : text.slice(start - from, end - from),
    )
  }
  const drawn = drawText(revision.document, leaf)
  const rest = draw(tape.rest(), () => null)
  return rest.length > 0 ? [...drawn, <p key="rest">{rest}</p>] : drawn
}

/** A bit as elements: words inside the lines of their claims, numbers that lead to the notes, a sign in the margin. */
function bitsOf(claims: ClaimView[]) {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const lanes = lanesOf(claims.flatMap(({ id, anchors }) => stretchOf(id, spansIn(anchors)) ?? []))
  const underlined = (words: ReactNode, id: string) => {
    const claim = byId.get(id)
    const lane = Math.min(lanes.get(id) ?? 0, LANES)
    return <span className={`claim-mark look-${claim ? lookOf(claim) : "open"} lane-${lane}`}>{words}</span>
  }
  return function drawBit(bit: Bit, words: (from: number, to: number) => ReactNode): ReactNode {
    if (bit.kind === "sentence") return <SentenceSign state={bit.state} />
    if (bit.kind === "words") return bit.claims.reduceRight(underlined, words(bit.from, bit.to))
    return <Numbers numbers={bit.claims.flatMap((id) => byId.get(id)?.number ?? [])} />
  }
}

function Numbers({ numbers }: { numbers: number[] }) {
  return (
    <sup className="proof-number">
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && ","}
          <a href={`#note-${number}`}>{number}</a>
        </Fragment>
      ))}
    </sup>
  )
}

/** The sentences as they stand on screen; none where their rules are switched off there. */
function tapedSentences({ sentences, states, shown }: Coverage): TapedSentence[] {
  if (shown === "hidden") return []
  return sentences.map(({ start }, at) => ({ start, state: states[at] ?? "untouched" }))
}
