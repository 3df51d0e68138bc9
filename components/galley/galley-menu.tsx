"use client"
/** What else can be done with the article whole; the ways to its other screens; and a file that is let go over it. */
import { Ellipsis } from "lucide-react"
import { useParams, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState, type ComponentProps } from "react"
import { useArchive } from "@/components/article/use-archive"
import { useKeys } from "@/components/keys/use-keys"
import { Button, LinkButton } from "@/components/ui/button"
import { useDragged } from "@/components/revision/use-dragged"
import { Late, useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { can } from "@/lib/domain/policy"
import type { DeletingArticle } from "@/components/article/delete-dialog"
import type { NewTextGiven } from "./new-text"
import { useGalley } from "./galley-context"

const panel = lateCode(() => import("./galley-menu-panel"))
const newText = lateCode(() => import("./new-text"))
const deleteDialog = lateCode(() => import("@/components/article/delete-dialog"))
const detailsDialog = lateCode(() => import("@/components/article/details-dialog"))

export function GalleyMenu() {
  const t = useTranslations("galley.menu")
  const router = useRouter()
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const address = `/w/${workspace}/articles/${articleId}`
  const { Panel, button, opening } = useLate(panel, "menu")
  const [details, setDetails] = useState<"open" | "closed">("closed")
  const moves = useMoves()
  const { may, revise, drawn } = useRevising(address, `/api/uploads/${workspace}/articles/${articleId}`)
  const { remove, dialog } = useRemoving()
  const acts = { remove, details: () => setDetails("open"), print: () => window.print(), revise, ...moves }
  useKeys({
    "article.editText": may ? () => router.push(`${address}/edit`) : null,
    "article.revise": revise,
    "article.details": acts.details,
    "article.print": acts.print,
    "article.archive": moves.archive,
    "article.restore": moves.restore,
    "article.delete": remove,
  })
  return (
    <>
      <LinkButton href={`${address}/board`} className="max-sm:hidden">
        {t("board")}
      </LinkButton>
      {Panel ? (
        <Panel button={<MenuButton />} address={address} edits={may ? "may" : "not"} {...acts} {...opening} />
      ) : (
        <MenuButton {...button} />
      )}
      {details === "open" && <Details onClose={() => setDetails("closed")} />}
      {drawn}
      {dialog}
    </>
  )
}

/** Taking the article out of everybody's sight, for whoever may: it is asked for first. */
function useRemoving() {
  const { article, reader, acts } = useGalley()
  const dialog = useLateDialog<DeletingArticle>(deleteDialog)
  const may = can(reader, "article.delete")
  return { remove: may ? dialog.show : null, dialog: dialog.draw({ article, deleteArticle: acts.deleteArticle }) }
}

/** Another text for the article, pasted or let go over it, for whoever may bring one. */
function useRevising(galley: string, uploads: string) {
  const { article, subject, actor } = useGalley()
  const may = article.archivedAt === null && can(actor, "article.revise", subject)
  const dialog = useLateDialog<NewTextGiven>(newText)
  const [dragged, done] = useDragged(may ? "taken" : "left")
  const given = { galley, uploads }
  const drawn = dragged ? (
    <Late code={newText} given={{ ...given, dragged, onClose: done }} onMissing={done} />
  ) : (
    dialog.draw(given)
  )
  return { may, revise: may ? dialog.show : null, drawn }
}

/** Putting the article away and getting it back, for whoever may; of the two, what makes a difference. */
function useMoves() {
  const { article, subject, reader, acts } = useGalley()
  const { archive, restore } = useArchive(article, acts)
  const may = can(reader, "article.archive", subject)
  return {
    archive: may && article.archivedAt === null ? archive : null,
    restore: may && article.archivedAt !== null ? restore : null,
  }
}

function MenuButton(given: ComponentProps<"button">) {
  const t = useTranslations("galley.menu")
  return (
    <Button look="quiet" size="icon" aria-label={t("label")} title={t("label")} {...given}>
      <Ellipsis aria-hidden className="size-4" />
    </Button>
  )
}

function Details({ onClose }: { onClose: () => void }) {
  const { article, subject, reader, acts, checkers, people } = useGalley()
  const given = {
    article,
    actor: reader,
    edit: acts.editArticle,
    mode: can(reader, "article.edit", subject) && article.archivedAt === null ? "write" : "read",
    unbinds: can(reader, "article.unbindAuthor", subject) ? "may" : "not",
    people,
    checkers,
    onClose,
  } as const
  return <Late code={detailsDialog} given={given} onMissing={onClose} />
}
