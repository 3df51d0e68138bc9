"use client"
/** An entry of the main navigation; the one whose screen is open says so. */
import Link from "next/link"
import { usePathname, useRouter } from "next/navigation"
import type { ReactNode } from "react"
import type { ActId } from "@/components/keys/key-table"
import { useKeys } from "@/components/keys/use-keys"
import { classes } from "@/components/ui/classes"

export interface NavLinkProps {
  href: string
  /** The act whose key leads here too. */
  act: ActId
  children: ReactNode
}

/** Whether a screen, or one below it, is open. */
export function isHere(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`)
}

export function NavLink({ href, act, children }: NavLinkProps) {
  const path = usePathname()
  const router = useRouter()
  useKeys({ [act]: () => router.push(href) })
  const here = isHere(path, href)
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : here ? "true" : undefined}
      className={classes(
        "inline-flex items-center gap-1.5 rounded-md px-2.5 py-1.5 whitespace-nowrap hover:text-ink",
        here ? "bg-panel font-[550] text-ink" : "text-ink-2",
      )}
    >
      {children}
    </Link>
  )
}
