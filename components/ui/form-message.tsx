import type { ReactNode } from "react"

interface FormMessageProps {
  children: ReactNode
  /** What may be of use then, in words of its own look. */
  beside?: ReactNode
}

/** Why a form was not taken, above its fields, for what is no single field's fault. */
export function FormMessage({ children, beside }: FormMessageProps) {
  return (
    <div role="alert" className="empty:-mb-4">
      {children && (
        <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium wrap-anywhere text-false">
          <span aria-hidden>✕ </span>
          {children}
        </p>
      )}
      {beside}
    </div>
  )
}
