"use client"
/** The browsers that one is signed in with: each can be signed out from here, and all others at once. */
import { useFormatter, useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { errorOf, useScreenActs } from "@/components/ui/use-screen-acts"
import type { OneSession, SessionView } from "@/lib/domain/account"
import type { Act, Answer } from "@/lib/domain/answer"

interface SessionActs {
  endSession: Act<OneSession, void>
  endOtherSessions: Act<void, void>
}

export function SessionList({ sessions, acts }: { sessions: SessionView[]; acts: SessionActs }) {
  const t = useTranslations("account.sessions")
  const { endSession, endOtherSessions } = useScreenActs(acts)
  const { busy, error, run } = useEnding()
  return (
    <>
      <ul aria-label={t("title")} className="border-t border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3 border-b border-line py-2.5">
            <Device session={session} />
            {!session.isThis && (
              <Button
                size="small"
                busy={busy}
                aria-label={t("endOne", { device: t("device", deviceIn(session)) })}
                onClick={() => run(() => endSession({ sessionId: session.id }))}
              >
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused>{error}</Refused>
      {sessions.length > 1 && (
        <Button className="self-start" busy={busy} onClick={() => run(() => endOtherSessions())}>
          {t("endOthers")}
        </Button>
      )}
    </>
  )
}

const deviceIn = ({ browser, system }: SessionView) => ({ browser, system })

function Device({ session }: { session: SessionView }) {
  const t = useTranslations("account.sessions")
  const format = useFormatter()
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-2 font-[550]">
        {t("device", deviceIn(session))}
        {session.isThis && (
          <Badge tone="true" shape="●">
            {t("this")}
          </Badge>
        )}
      </p>
      <p className="text-xs text-ink-3">
        {t("times", { since: moment(session.since), last: moment(session.lastSeen) })}
      </p>
    </div>
  )
}

function useEnding() {
  const t = useTranslations("account.sessions")
  const announce = useAnnounce()
  const [busy, start] = useTransition()
  const [error, setError] = useState<string | null>(null)
  const run = (act: () => Promise<Answer<void>>) =>
    start(async () => {
      const answer = await act()
      setError(errorOf(answer))
      if (answer.ok) announce(t("ended"))
    })
  return { busy, error, run }
}
