"use client"
/** Where the news stands at the edge of the screen, with what shows it. */
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { toast, Toaster } from "sonner"

/** `onHere` is given what shows the news, once there is a place for them. */
export default function ToastBox({ onHere }: { onHere: (shown: typeof toast) => void }) {
  const t = useTranslations("ui")
  // After that of the place itself, which sees only what comes then.
  useEffect(() => onHere(toast), [onHere])
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
