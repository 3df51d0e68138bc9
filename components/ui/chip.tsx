"use client"
/** Chips: a row of filters of which one is on. A toggle group, so arrow keys move between them. */
import { useFormatter } from "next-intl"
import { ToggleGroup } from "radix-ui"

export interface ChipOption<Value extends string> {
  value: Value
  label: string
  count?: number
}

export interface ChipsProps<Value extends string> {
  label: string
  options: readonly ChipOption<Value>[]
  value: Value
  onChoose: (value: Value) => void
}

const chip =
  "inline-flex items-center gap-1 rounded-full border border-line-strong bg-raised px-2.5 py-[3px] text-xs text-ink-2 " +
  "hover:text-ink data-[state=on]:border-ink data-[state=on]:bg-ink data-[state=on]:text-paper"

/** To a toggle group an empty value is none of its items; here it is one like any other. */
const named = (value: string) => `=${value}`

export function Chips<Value extends string>({ label, options, value, onChoose }: ChipsProps<Value>) {
  const format = useFormatter()
  const choose = (chosen: string) => {
    const option = options.find((one) => named(one.value) === chosen)
    if (option) onChoose(option.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      value={named(value)}
      onValueChange={choose}
      aria-label={label}
      className="flex flex-wrap gap-1.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={named(option.value)} className={chip}>
          {option.label}
          {option.count !== undefined && <span className="tabular-nums">{format.number(option.count)}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
