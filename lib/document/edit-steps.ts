/**
 * An editor's work on a document, as the steps that were taken: the document after them, and where every span went.
 * Offsets are UTF-16 code units of canonical texts.
 */
import { Mapping, Step } from "@tiptap/pm/transform"
import type { DocumentNode } from "../domain/article"
import { refuse } from "../domain/refusal"
import { canonicalText, positions } from "./canonical"
import { normalise } from "./normalise"
import { refuseDeep } from "./read-bounds"
import { documentNode, parseDocument, schema } from "./schema"

interface Span {
  start: number
  end: number
}

/** Where a span of the text before went; null where nothing of it is left, or the way there is not known. */
export type Followed = (span: Span) => Span | null

/**
 * Takes ProseMirror steps, as JSON, from a document. @throws invalid `revision.brokenSteps` for steps that are none, that
 * don't fit the document, or that leave one that can't be kept; `import.tooDeep` for what is nested too deeply.
 */
export function takeSteps(
  document: DocumentNode,
  steps: readonly Record<string, unknown>[],
): { document: DocumentNode; follow: Followed } {
  const mapping = new Mapping()
  let node = documentNode(document)
  for (const json of steps) {
    const { doc, map } = taken(json, node)
    mapping.appendMap(map)
    node = doc
  }
  // All that comes after walks the document by recursion.
  refuseDeep(node)
  const after = kept(node)
  const [before, now] = [positions(document), positions(node)]
  // What cleaning changed stands elsewhere than the steps say: then the texts alone tell where things went.
  if (canonicalText(after).text !== now.text) return { document: after, follow: () => null }
  const follow: Followed = ({ start, end }) => {
    const from = mapping.map(before.posAt(start), 1)
    const to = mapping.map(before.posAt(end), -1)
    return from < to ? { start: now.offsetAt(from), end: now.offsetAt(to) } : null
  }
  return { document: after, follow }
}

function taken(json: Record<string, unknown>, node: ReturnType<typeof documentNode>) {
  try {
    const step = Step.fromJSON(schema, json)
    const { doc } = step.apply(node)
    if (doc) return { doc, map: step.getMap() }
  } catch {
    // What ProseMirror throws names its own insides, not what to do.
  }
  throw broken()
}

/** The document as it is kept. Steps may build by parts what the schema has no place for. */
function kept(node: ReturnType<typeof documentNode>): DocumentNode {
  try {
    return parseDocument(normalise(node.toJSON() as DocumentNode))
  } catch {
    throw broken()
  }
}

const broken = () => refuse("invalid", "revision.brokenSteps")
