"use client"
/** An article's title as a link over its whole row, which says while the article is on its way. */
import Link, { useLinkStatus } from "next/link"
import { useTranslations } from "next-intl"

export interface TitleLinkProps {
  href: string
  /** The article's, which may not be the reader's. */
  language: string
  children: string
}

export function TitleLink({ href, language, children }: TitleLinkProps) {
  return (
    <Link
      href={href}
      // A list of fifty would have the server render fifty galleys that nobody has asked for.
      prefetch={false}
      className="font-serif text-[1.0625rem] leading-[1.3] font-semibold wrap-anywhere hyphens-auto outline-offset-4 after:absolute after:inset-0"
    >
      <span title={children} className="line-clamp-3 print:line-clamp-none text-left">
        <span lang={language} dir="auto">
          {children}
        </span>
        <OnItsWay />
      </span>
    </Link>
  )
}

function OnItsWay() {
  const t = useTranslations("app")
  const { pending } = useLinkStatus()
  return (
    <span
      role={pending ? "status" : undefined}
      className={`ml-2 font-sans text-xs font-normal text-ink-3 transition-opacity delay-150 ${pending ? "opacity-100" : "opacity-0"}`}
    >
      {pending && t("loading")}
    </span>
  )
}
