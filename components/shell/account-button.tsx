"use client"
/** The face of whoever is signed in, behind which their menu is. */
import { useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import { Avatar } from "@/components/ui/avatar"
import type { Person } from "@/lib/domain/workspace"

export function AccountButton({ person, ...trigger }: { person: Person } & ComponentProps<"button">) {
  const t = useTranslations("workspace")
  return (
    <button
      type="button"
      {...trigger}
      aria-label={t("account", { name: person.name })}
      className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-panel"
    >
      <span aria-hidden>
        <Avatar id={person.id} name={person.name} />
      </span>
    </button>
  )
}
