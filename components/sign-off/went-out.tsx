"use client"
/** What is under review, what was corrected, and what went out when, by whom. */
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { SignOffPart } from "./sign-off-screen"

export function UnderReview({ state, galley }: SignOffPart) {
  const t = useTranslations("signOff.review")
  const kinds = useTranslations("signOff.kind")
  const day = useDay()
  return (
    <ul className="-mt-3">
      {state.reopenings.map(({ id, claim, kind, reason, openedBy, openedAt, draft }) => (
        <Row key={id}>
          <p className="text-ui">
            {claim ? <ClaimLink galley={galley} number={claim.number} /> : t("text")}
            <span className="text-ink-2">
              {" "}
              · {kinds(kind)} · {t("since", { date: day(openedAt), name: openedBy.name })}
            </span>
          </p>
          {reason && <p className="font-serif text-[0.96875rem] whitespace-pre-wrap wrap-anywhere">{reason}</p>}
          <p className="text-xs text-ink-3">{t(draft === null ? "noChange" : "changes")}</p>
        </Row>
      ))}
    </ul>
  )
}

export function Corrections({ state, galley }: SignOffPart) {
  const t = useTranslations("signOff.corrections")
  const kinds = useTranslations("signOff.kind")
  const day = useDay()
  const { article } = state
  return (
    <ul className="-mt-3">
      {state.corrections.map(({ id, claim, kind, notice, listedAt, from, to }) => (
        <Row key={id}>
          <p
            lang={article.language}
            dir="auto"
            className="font-serif text-[0.96875rem] whitespace-pre-wrap wrap-anywhere"
          >
            {notice}
          </p>
          <p className="text-xs text-ink-2">
            {claim && <ClaimLink galley={galley} number={claim.number} />} {kinds(kind)} ·{" "}
            {t("between", { date: day(listedAt), from, to })}
          </p>
        </Row>
      ))}
    </ul>
  )
}

export function WentOut({ state, galley }: SignOffPart) {
  const t = useTranslations("signOff.out")
  const day = useDay()
  return (
    <ol className="-mt-3">
      {state.signOffs.map(
        ({ id, number, kind, signedBy, ofOwnWork, signedAt, reason, second, revision, claims, open, digest }) => (
          <Row key={id}>
            <p className="text-ui">
              <span className="font-semibold">{t(kind, { number, open: open.length })}</span>
              <span className="text-ink-2"> · {t("by", { date: day(signedAt), name: signedBy.name })}</span>
            </p>
            <p className="text-xs text-ink-2">
              {t("what", { revision, claims })}
              {ofOwnWork && ` · ${t("ofOwnWork")}`}
            </p>
            {reason && (
              <p className="font-serif text-[0.96875rem] whitespace-pre-wrap wrap-anywhere">
                {reason}
                {second && (
                  <span className="font-sans text-xs text-ink-2"> ({t("second", { name: second.name })})</span>
                )}
              </p>
            )}
            {open.length > 0 && (
              <p className="flex flex-wrap gap-x-2 text-xs text-ink-2">
                {t("open")}
                {open.map((claim) => (
                  <ClaimLink key={claim} galley={galley} number={claim} short />
                ))}
              </p>
            )}
            <p className="text-xs text-ink-3">
              {t("digestHint")}: <span className="font-mono break-all">{digest}</span>
            </p>
          </Row>
        ),
      )}
    </ol>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <li className="flex flex-col gap-1 border-b border-line py-2.5">{children}</li>
}

export function ClaimLink({ galley, number, short }: { galley: string; number: number; short?: true }) {
  const t = useTranslations("signOff.left")
  return (
    <Link
      href={`${galley}?claim=${number}`}
      prefetch={false}
      aria-label={t("claim", { number })}
      className="font-semibold tabular-nums underline underline-offset-3"
    >
      {short ? number : t("claim", { number })}
    </Link>
  )
}

/** A time of the reader's day. */
export function useDay(): (moment: string) => string {
  const format = useFormatter()
  return (moment) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" })
}
