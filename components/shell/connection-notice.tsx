"use client"
/**
 * Says under the header that what is done here does not reach Stet, why, and what to do; nothing while all is well. It
 * stays where it is while one types on, for everything typed is kept and goes out by itself afterwards.
 */
import { useTranslations } from "next-intl"
import { useEffect, useSyncExternalStore } from "react"
import { Button, buttonClasses } from "@/components/ui/button"
import { connection, look, onConnection, watchConnection, type Asked } from "@/components/ui/connection"

export interface ConnectionNoticeProps {
  /** Whose page this is, by their user. */
  userId: string
  name: string
}

export function ConnectionNotice({ userId, name }: ConnectionNoticeProps) {
  const t = useTranslations("app.connection")
  const state = useSyncExternalStore(onConnection, connection, () => "open" as const)
  useEffect(() => watchConnection(userId, whoIsSignedIn), [userId])
  return (
    <div role="alert" className="shrink-0 print:hidden">
      {state !== "open" && (
        <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1.5 border-b border-mixed bg-mixed-soft px-4 py-1.5 text-ui text-mixed">
          <p>
            <span aria-hidden>⚠ </span>
            {t(state, { name })}
          </p>
          {state === "lost" && (
            <Button size="small" onClick={() => void look()}>
              {t("tryNow")}
            </Button>
          )}
          {state === "signed-out" && (
            <a href="/sign-in" target="_blank" rel="noopener" className={buttonClasses("plain", "small")}>
              {t("signIn")}
            </a>
          )}
          {state === "taken" && (
            <Button size="small" onClick={() => window.location.reload()}>
              {t("reload")}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

async function whoIsSignedIn(): Promise<Asked> {
  try {
    const response = await fetch("/api/me", { cache: "no-store" })
    return response.ok ? ((await response.json()) as Asked) : "unreachable"
  } catch {
    return "unreachable"
  }
}
