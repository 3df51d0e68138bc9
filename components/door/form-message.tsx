/** Why a form was not taken, above its fields, for what is no single field's fault. */
export function FormMessage({ children }: { children: string | null }) {
  return (
    <div role="alert" className="empty:-mb-4">
      {children && (
        <p className="rounded-lg border-l-3 border-false bg-false-soft px-3 py-2 text-ui font-medium text-false">
          <span aria-hidden>✕ </span>
          {children}
        </p>
      )}
    </div>
  )
}
