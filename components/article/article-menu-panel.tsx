"use client"
/** The menu of an article's row. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Menu, MenuItem } from "@/components/ui/menu"

interface ArticleMenuPanelProps {
  label: string
  button: ReactNode
  /** The article's. */
  address: string
  /** Null where it is not this person's, or makes no difference. */
  archive: (() => void) | null
  restore: (() => void) | null
  open: boolean
  onOpenChange: (open: boolean) => void
}

export default function ArticleMenuPanel(props: ArticleMenuPanelProps) {
  const { label, button, address, archive, restore, ...opening } = props
  const t = useTranslations("archive")
  return (
    <Menu label={label} trigger={button} {...opening}>
      <MenuItem asChild>
        <Link href={address}>{t("open")}</Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`${address}/board`}>{t("board")}</Link>
      </MenuItem>
      {archive && <MenuItem onSelect={archive}>{t("archive")}</MenuItem>}
      {restore && <MenuItem onSelect={restore}>{t("restore")}</MenuItem>}
    </Menu>
  )
}
