"use client"
/** The menu of an open article. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { detailsKey } from "@/components/article/use-details-form"
import { KeyCap } from "@/components/keys/key-cap"
import { FollowArticle } from "./follow-article"
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu"
import { useDraft } from "@/components/ui/use-draft"
import { isAuthorOf } from "@/lib/domain/policy"
import { useClaims, useGalley } from "./galley-context"

export interface GalleyMenuPanelProps {
  button: ReactNode
  /** The address of the article: its screens are below it. */
  address: string
  /** Whether this person may write in its text. */
  edits: "may" | "not"
  details: () => void
  print: () => void
  /** Null where it is not this person's, or makes no difference. */
  revise: (() => void) | null
  archive: (() => void) | null
  restore: (() => void) | null
  remove: (() => void) | null
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The other screens of an article, each with the key that leads there. */
const SCREENS = [
  ["board", "go.board"],
  ["revisions", "go.revisions"],
  ["placing", "go.placing"],
  ["comments", "go.comments"],
  ["remarks", "go.remarks"],
  ["fixes", "go.fixes"],
  ["sign-off", "go.signOff"],
  ["history", "go.articleHistory"],
] as const

export default function GalleyMenuPanel(props: GalleyMenuPanelProps) {
  const { button, address, edits, details, print, revise, archive, restore, remove, ...opening } = props
  const t = useTranslations("galley.menu")
  const moving = useTranslations("archive")
  const { article, actor } = useGalley()
  const count = useFixesWaiting()
  const { draft } = useDraft(detailsKey({ article, actor }), {})
  return (
    <Menu label={t("label")} trigger={button} {...opening}>
      {SCREENS.map(([screen, act]) => (
        <MenuItem key={screen} asChild>
          <Link href={`${address}/${screen}`} prefetch={false}>
            <span className="flex-1">{t(screen, { count })}</span>
            <KeyCap act={act} />
          </Link>
        </MenuItem>
      ))}
      <MenuRule />
      {edits === "may" && (
        <MenuItem asChild>
          <Link href={`${address}/edit`} prefetch={false}>
            {t("edit")}
          </Link>
        </MenuItem>
      )}
      {revise && <MenuItem onSelect={revise}>{t("revise")}</MenuItem>}
      <FollowArticle />
      <MenuItem onSelect={details}>{t(draft ? "detailsUnsaved" : "details")}</MenuItem>
      <MenuItem onSelect={print}>{t("print")}</MenuItem>
      {archive && <MenuItem onSelect={archive}>{moving("archive")}</MenuItem>}
      {restore && <MenuItem onSelect={restore}>{moving("restore")}</MenuItem>}
      {remove && <MenuItem onSelect={remove}>{moving("delete")}</MenuItem>}
    </Menu>
  )
}

/** How many fixes wait: for an author of the article, those without their answer; else all that nobody has decided on. */
function useFixesWaiting(): number {
  const { reader, subject } = useGalley()
  const fixes = useClaims().flatMap(({ claim }) => claim.fix ?? [])
  return isAuthorOf(reader, subject) ? fixes.filter(({ answer }) => answer === null).length : fixes.length
}
