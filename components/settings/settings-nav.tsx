"use client"
/** The pages of the settings; the one that is open says so. */
import Link from "next/link"
import { usePathname } from "next/navigation"
import { classes } from "@/components/ui/classes"

export interface SettingsPage {
  href: string
  label: string
}

export function SettingsNav({ label, pages }: { label: string; pages: SettingsPage[] }) {
  const path = usePathname()
  const isOpen = (href: string) => path === href || path.startsWith(`${href}/`)
  return (
    <nav aria-label={label} className="shrink-0 list:w-44">
      <p className="heading-group mb-2 px-2.5">{label}</p>
      <ul className="flex flex-wrap gap-0.5 list:flex-col">
        {pages.map(({ href, label: words }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isOpen(href) ? "page" : undefined}
              className={classes(
                "block rounded-md px-2.5 py-1.5 hover:text-ink",
                isOpen(href) ? "bg-panel font-[550] text-ink" : "text-ink-2",
              )}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
