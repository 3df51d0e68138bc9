"use client"
/** A secret that was just made: shown this once, to be copied. The focus goes to it, for whoever made it looks for it. */
import { Button } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { takeFocus } from "@/components/ui/take-focus"

export interface ShownOnceProps {
  title: string
  secret: string
  words: { copy: string; copied: string; once: string; kept: string }
  /** It is kept elsewhere by now. */
  onKept: () => void
}

export function ShownOnce({ title, secret, words, onKept }: ShownOnceProps) {
  return (
    <div
      ref={takeFocus}
      tabIndex={-1}
      role="group"
      aria-label={title}
      className="flex flex-col gap-2.5 rounded-[10px] bg-panel p-3 outline-none"
    >
      <p className="text-ui font-[550] wrap-anywhere">{title}</p>
      <CopyField label={title} value={secret} copy={words.copy} copied={words.copied} />
      <p className="text-xs text-pretty text-ink-2">{words.once}</p>
      <Button size="small" className="self-start" onClick={onKept}>
        {words.kept}
      </Button>
    </div>
  )
}
