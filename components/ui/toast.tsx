"use client"
/** Short news at the edge of the screen. `Toasts` goes once into the layout; `toast` is called where something happened. */
import { useTranslations } from "next-intl"
import { toast, Toaster } from "sonner"

export { toast }

/**
 * News of which only the last is to be read: each takes the place of the one before. Every one is a toast of its own, for
 * one that is on its way out takes along whatever came under its name meanwhile.
 */
export function newsOfOneKind() {
  let last: string | number | null = null
  const dismiss = () => {
    if (last !== null) toast.dismiss(last)
    last = null
  }
  const say = (show: () => string | number) => {
    dismiss()
    last = show()
  }
  return { say, dismiss }
}

export function Toasts() {
  const t = useTranslations("ui")
  return (
    <Toaster
      position="bottom-center"
      containerAriaLabel={t("toasts")}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-[10px] bg-ink px-4 py-3 font-sans text-ui text-paper shadow-float",
          content: "min-w-0 flex-1",
          title: "font-[550]",
          description: "mt-0.5 opacity-90",
          cancelButton: "shrink-0 rounded-md px-2 py-1 text-xs font-semibold underline underline-offset-2",
          actionButton: "shrink-0 rounded-md border border-current px-2 py-1 text-xs font-semibold",
        },
      }}
    />
  )
}
