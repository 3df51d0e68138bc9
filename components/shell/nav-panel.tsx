"use client"
/** The main navigation as a menu, where there is no room for it as a bar. */
import Link from "next/link"
import type { ReactNode } from "react"
import { Menu, MenuItem } from "@/components/ui/menu"
import type { NavEntry } from "./nav"
import { isHere } from "./nav-link"

export interface NavPanelProps {
  label: string
  entries: NavEntry[]
  /** The screen one is on. */
  path: string
  button: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
}

export default function NavPanel({ label, entries, path, button, ...opening }: NavPanelProps) {
  return (
    <Menu label={label} align="start" trigger={button} {...opening}>
      {entries.map(({ href, label: words, badge }) => (
        <MenuItem key={href} asChild>
          <Link href={href} aria-current={isHere(path, href) ? "page" : undefined}>
            <span className="flex-1">{words}</span>
            {badge}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  )
}
