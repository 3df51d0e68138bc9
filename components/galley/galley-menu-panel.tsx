"use client"
/** The menu of an open article. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { detailsKey } from "@/components/article/use-details-form"
import { KeyCap } from "@/components/keys/key-cap"
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu"
import { useDraft } from "@/components/ui/use-draft"
import { useGalley } from "./galley-context"

export interface GalleyMenuPanelProps {
  button: ReactNode
  /** The address of the board. */
  board: string
  details: () => void
  print: () => void
  /** Null where it is not this person's, or makes no difference. */
  archive: (() => void) | null
  restore: (() => void) | null
  open: boolean
  onOpenChange: (open: boolean) => void
}

export default function GalleyMenuPanel(props: GalleyMenuPanelProps) {
  const { button, board, details, print, archive, restore, ...opening } = props
  const t = useTranslations("galley.menu")
  const moving = useTranslations("archive")
  const { article, actor } = useGalley()
  const { draft } = useDraft(detailsKey({ article, actor }), {})
  return (
    <Menu label={t("label")} trigger={button} {...opening}>
      <MenuItem asChild>
        <Link href={board}>
          <span className="flex-1">{t("board")}</span>
          <KeyCap act="go.board" />
        </Link>
      </MenuItem>
      <MenuRule />
      <MenuItem onSelect={details}>{t(draft ? "detailsUnsaved" : "details")}</MenuItem>
      <MenuItem onSelect={print}>{t("print")}</MenuItem>
      {archive && <MenuItem onSelect={archive}>{moving("archive")}</MenuItem>}
      {restore && <MenuItem onSelect={restore}>{moving("restore")}</MenuItem>}
    </Menu>
  )
}
