/** The page behind a source: how it was found last, when it is looked at next, and where a public archive keeps it. */
import { getFormatter, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Badge } from "@/components/ui/badge"
import type { LinkView } from "@/lib/domain/link"
import { Fact, Facts } from "./facts"
import { failureWords, linkLooks } from "./link-words"

export async function PageWatch({ link, children }: { link: LinkView; children: ReactNode }) {
  const t = await getTranslations("sources.link")
  if (link.page === "none") return null
  return (
    <section aria-labelledby="page-watch" className="mt-8">
      <h2 id="page-watch" className="mb-3 font-serif text-xl font-semibold">
        {t("title")}
      </h2>
      <Facts>
        <Fact name={t("state")}>
          <State link={link} />
        </Fact>
        {link.failure && (
          <Fact name={t("failure")}>
            <Failure link={link} />
          </Fact>
        )}
        {link.movedTo && (
          <Fact name={t("movedTo")}>
            <Address url={link.movedTo} />
          </Fact>
        )}
        {link.dueAt && (
          <Fact name={t("due")}>
            <Time at={link.dueAt} />
          </Fact>
        )}
        {link.archive && (
          <Fact name={t("archive")}>
            <Archive archive={link.archive} />
          </Fact>
        )}
      </Facts>
      {children}
    </section>
  )
}

async function State({ link: { state, stateAt, checkedAt, dueAt, page } }: { link: LinkView }) {
  const t = await getTranslations("sources.link")
  if (page === "never" || page === "reserved") return t(page)
  const since = stateAt && <span className="text-ink-2">{t.rich("since", { at: () => <Time at={stateAt} /> })}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {state ? (
        <Badge {...linkLooks[state]}>{t(`is.${state}`)}</Badge>
      ) : (
        <span className="text-ink-2">{t(checkedAt ? "notReached" : "notLooked")}</span>
      )}
      {since}
      {checkedAt && <span className="text-ink-3">{t.rich("checked", { at: () => <Time at={checkedAt} /> })}</span>}
      {!dueAt && checkedAt && <span className="text-ink-3">{t("notWatched")}</span>}
    </span>
  )
}

async function Failure({ link: { failure } }: { link: LinkView }) {
  const [t, fetch] = await Promise.all([getTranslations("sources.link"), getTranslations("refusal.fetch")])
  if (!failure) return null
  return (
    <>
      <span className="text-false">{failureWords(fetch, failure)}</span>{" "}
      <span className="text-ink-3">{t.rich("failing", { since: () => <Time at={failure.since} /> })}</span>
    </>
  )
}

async function Archive({ archive }: { archive: NonNullable<LinkView["archive"]> }) {
  const [t, fetch] = await Promise.all([getTranslations("sources.link"), getTranslations("refusal.fetch")])
  const { state, url, failure, at, by } = archive
  const name = by?.name ?? ""
  return (
    <>
      <span className={state === "failed" ? "text-false" : "text-ink-2"}>
        {t.rich(`archived.${state}`, { name, at: () => <Time at={at} /> })}
      </span>
      {failure && <span className="block text-false">{failureWords(fetch, failure)}</span>}
      {url && (
        <span className="block">
          <Address url={url} />
        </span>
      )}
    </>
  )
}

async function Address({ url }: { url: string }) {
  const t = await getTranslations("source")
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className="underline">
      {url}
      <span className="sr-only"> {t("newTab")}</span>
    </a>
  )
}

/** A day and its time, exact on hover. */
async function Time({ at }: { at: string }) {
  const format = await getFormatter()
  const full = format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "long" })
  return (
    <time dateTime={at} title={full}>
      {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
    </time>
  )
}
