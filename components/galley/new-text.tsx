"use client"
/** Another text for the open article: typed or chosen in a dialog, or let go over the page. */
import FileDrop from "@/components/revision/file-drop"
import ReviseDialog from "@/components/revision/revise-dialog"
import type { Dragged } from "@/components/revision/use-dragged"
import { useRevised } from "@/components/revision/use-revised"
import { useGalley } from "./galley-context"

export interface NewTextGiven {
  /** Where texts of this article are sent. */
  uploads: string
  galley: string
  /** A file over the page. */
  dragged?: Dragged
}

export default function NewText({ uploads, galley, dragged, onClose }: NewTextGiven & { onClose: () => void }) {
  const { article, actor, acts } = useGalley()
  const { restoreRevision } = acts
  const { revised } = useRevised({ article, galley, restoreRevision })
  const about = { article, base: article.revision, galley }
  if (dragged) return <FileDrop {...{ ...about, uploads, dragged, restoreRevision }} onDone={onClose} />
  const route = `${uploads}/revisions`
  return <ReviseDialog {...{ ...about, route, onClose }} me={actor.id} fetches="may" onDone={revised} />
}
