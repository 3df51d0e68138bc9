"use client"
/** Some of a few, each with a box of its own. */
import { Checkbox } from "@/components/ui/checkbox"

interface BoxesProps<Value> {
  label: string
  all: readonly Value[]
  chosen: readonly Value[]
  nameOf: (value: Value) => string
  onChoose: (chosen: Value[]) => void
}

/** Some of a few, always in their own order. */
export function Boxes<Value extends string | number>({ label, all, chosen, nameOf, onChoose }: BoxesProps<Value>) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1.5">
      {all.map((value) => (
        <Checkbox
          key={value}
          label={nameOf(value)}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChoose(all.filter((one) => (one === value ? target.checked : chosen.includes(one))))
          }
        />
      ))}
    </div>
  )
}
