"use client"
/** Something to hand over elsewhere: shown whole on one line, and copied by a button; without one the browser's own copying does. */
import { Check, Copy } from "lucide-react"
import { useId, useRef, useState } from "react"
import { useAnnounce } from "./announcer"
import { Button } from "./button"
import { classes } from "./classes"
import { boxClasses } from "./field"

interface CopyButtonProps {
  value: string
  /** On the button, and once it is done. */
  copy: string
  copied: string
  /** Where the browser does not let it, as where there is no https. */
  onRefused?: () => void
}

export function CopyButton({ value, copy, copied, onRefused }: CopyButtonProps) {
  const announce = useAnnounce()
  const [done, setDone] = useState<string | null>(null)
  const copyIt = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setDone(value)
      announce(copied)
    } catch {
      onRefused?.()
    }
  }
  const isDone = done === value
  const Icon = isDone ? Check : Copy
  return (
    <Button size="small" onClick={() => void copyIt()}>
      <Icon aria-hidden className="size-3.5" />
      {isDone ? copied : copy}
    </Button>
  )
}

interface CopyFieldProps extends Omit<CopyButtonProps, "onRefused"> {
  label: string
}

export function CopyField({ label, value, copy, copied }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const choose = () => {
    field.current?.focus()
    field.current?.select()
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
        className={classes(boxClasses, "border-line! bg-panel! text-xs")}
      />
      <CopyButton value={value} copy={copy} copied={copied} onRefused={choose} />
    </div>
  )
}
