"use client"
/** A form on one's account: sent once, with what is wrong at its fields, and what came of it below. */
import type { FormEvent, ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"

interface AccountFormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  busy: boolean
  message: string | null
  /** What came of it; null before. */
  done: string | null
  submit: string
  /** What stands beside the button. */
  beside?: ReactNode
  children: ReactNode
}

export function AccountForm({ onSubmit, busy, message, done, submit, beside, children }: AccountFormProps) {
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      <FormMessage>{message}</FormMessage>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        {beside}
        <p role="status" className="min-w-0 flex-1 text-ui text-ink-2">
          {done && (
            <>
              <span aria-hidden className="text-true">
                ✓{" "}
              </span>
              {done}
            </>
          )}
        </p>
      </div>
    </form>
  )
}
