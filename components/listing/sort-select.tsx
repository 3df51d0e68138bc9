"use client"
/** In which order a list comes. The first is the one that needs no asking. */
import { ChevronDown } from "lucide-react"
import type { Option } from "@/components/ui/select"
import { useAsked } from "./asked"

export function SortSelect({ label, options }: { label: string; options: readonly Option[] }) {
  const { asked, ask } = useAsked()
  const usual = options[0]?.value ?? ""
  return (
    <label className="inline-flex items-center gap-1.5 text-xs text-ink-3">
      {label}
      <span className="relative inline-flex items-center">
        <select
          value={options.some(({ value }) => value === asked.sort) ? asked.sort : usual}
          onChange={({ target }) => ask({ sort: target.value === usual ? "" : target.value })}
          className="min-h-7 appearance-none rounded-md border border-transparent bg-transparent py-1 pr-6 pl-1.5 text-ui font-[550] text-ink hover:border-line-strong"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-raised text-ink">
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute right-1.5 size-3.5" />
      </span>
    </label>
  )
}
