"use client"
/** One filter of a list. While it asks for nothing its first option says so; one that asks for something stands out. */
import { ChevronDown } from "lucide-react"
import { classes } from "@/components/ui/classes"
import type { Option } from "@/components/ui/select"
import { useAsked } from "./asked"

export interface FilterSelectProps {
  /** Its name in the address. */
  name: string
  label: string
  /** What stands there while nothing is asked for. */
  any: string
  options: readonly Option[]
}

export function FilterSelect({ name, label, any, options }: FilterSelectProps) {
  const { asked, ask } = useAsked()
  const value = options.some((option) => option.value === asked[name]) ? (asked[name] ?? "") : ""
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
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-ink-3" />
    </span>
  )
}
