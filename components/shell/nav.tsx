"use client"
/** The main navigation: a bar of links where there is room, else a menu behind the name of the screen one is on. */
import { ChevronDown } from "lucide-react"
import { usePathname } from "next/navigation"
import type { ComponentProps, ReactNode } from "react"
import type { ActId } from "@/components/keys/key-table"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { isHere, NavLink } from "./nav-link"

export interface NavEntry {
  href: string
  /** The act whose key leads there too. */
  act: ActId
  label: string
  /** How much waits there. */
  badge?: ReactNode
}

export function Nav({ label, entries }: { label: string; entries: NavEntry[] }) {
  // Two fit beside each other on the smallest screen.
  const folds = entries.length > 2
  return (
    <nav aria-label={label} className="flex min-w-0">
      <div className={folds ? "flex gap-0.5 max-list:hidden lg:gap-1" : "flex gap-0.5 sm:gap-1"}>
        {entries.map(({ href, act, label: words, badge }) => (
          <NavLink key={href} href={href} act={act}>
            {words}
            {badge}
          </NavLink>
        ))}
      </div>
      {folds && <Folded label={label} entries={entries} />}
    </nav>
  )
}

const panel = lateCode(() => import("./nav-panel"))

function Folded({ label, entries }: { label: string; entries: NavEntry[] }) {
  const path = usePathname()
  const here = entries.find(({ href }) => isHere(path, href))
  const late = useLate(panel, "menu")
  const button = (given: ComponentProps<"button">) => (
    <button
      type="button"
      {...given}
      className="inline-flex min-w-0 items-center gap-1.5 rounded-md px-2.5 py-1.5 font-[550] hover:bg-panel list:hidden"
    >
      <span className="min-w-0 truncate">{here?.label ?? label}</span>
      {entries.map((entry) => entry.badge)}
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  )
  if (!late.Panel) return button(late.button)
  return <late.Panel label={label} entries={entries} path={path} button={button({})} {...late.opening} />
}
