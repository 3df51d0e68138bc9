"use client"
/** One filter of a list. While it asks for nothing its first option says so; one that asks for something stands out. */
import { ChevronDown } from "lucide-react"
import { useTranslations } from "next-intl"
import { classes } from "@/components/ui/classes"
import type { Option } from "@/components/ui/select"
import { useAsked } from "./asked"
import { offered } from "./offered"

export interface FilterSelectProps {
  /** Its name in the address. */
  name: string
  label: string
  /** What stands there while nothing is asked for. */
  any: string
  options: readonly Option[]
  /**
   * What a value is called that is in force without being among the options, such as a section that the list is too long
   * for or a person who has left: as it stands in the address, or in words for all such. None where only options count.
   */
  unlisted?: "itself" | "inWords"
}

export function FilterSelect({ name, label, any, options, unlisted }: FilterSelectProps) {
  const t = useTranslations("ui")
  const { asked, ask } = useAsked()
  const nameOf = unlisted && ((value: string) => (unlisted === "itself" ? value : t("unlisted")))
  const choices = offered(options, asked[name], nameOf)
  const value = choices.find((choice) => choice.value === asked[name])?.value ?? ""
  return (
    <span className="relative inline-flex max-w-full min-w-0 items-center">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => ask({ [name]: event.target.value })}
        className={classes(
          "min-h-8 w-full max-w-56 appearance-none truncate rounded-lg border bg-raised py-1.5 pr-7 pl-2.5 text-ui",
          value ? "border-ink font-[550] text-ink" : "border-edge text-ink-2",
        )}
      >
        <option value="" className="bg-raised text-ink">
          {any}
        </option>
        {choices.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-ink-3" />
    </span>
  )
}
