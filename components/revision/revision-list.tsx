/** The texts of an article, newest first: who brought each, when and how, and what it did to the claims. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import type { Comparison, ListedRevision, RevisionList as Revisions } from "@/lib/domain/revision"
import { RestoreButton } from "./restore-button"
import { When } from "./when"

export interface RevisionListProps extends Revisions {
  revises: "may" | "not"
  galley: string
  /** The two that are beside each other now. */
  compared: Comparison | null
}

export function RevisionList({ article, current, revisions, revises, galley, compared }: RevisionListProps) {
  const t = useTranslations("revisions")
  const [newest, oldest] = [revisions[0]?.number ?? 0, revisions.at(-1)?.number ?? 1]
  return (
    <section aria-labelledby="revisions-list" className="@container">
      <h2 id="revisions-list" className={classes("heading-group mb-2", !compared && "sr-only")}>
        {t("list")}
      </h2>
      <ol reversed start={newest} className="border-t border-line">
        {revisions.map((revision) => (
          <Row key={revision.id} {...{ article, revision, revises, galley, compared }} current={current.number} />
        ))}
      </ol>
      <Pages address={`${galley}/revisions`} newer={newest < current.number} older={oldest > 1 ? oldest : null} />
      {current.number === 1 && revises === "may" && (
        <p className="mt-3 text-ui text-pretty text-ink-2">{t("onlyOne")}</p>
      )}
    </section>
  )
}

/** The ways to texts that this page does not hold; of one page there are none. */
function Pages({ address, newer, older }: { address: string; newer: boolean; older: number | null }) {
  const t = useTranslations("revisions")
  if (!newer && older === null) return null
  const link = "text-accent underline underline-offset-2"
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ui">
      {newer && (
        <Link href={address} className={link}>
          {t("newest")}
        </Link>
      )}
      {older !== null && (
        <Link href={`${address}?below=${older}`} className={link}>
          {t("older", { number: older })}
        </Link>
      )}
    </p>
  )
}

interface RowProps extends Pick<RevisionListProps, "article" | "revises" | "galley" | "compared"> {
  revision: ListedRevision
  /** The number of the text that is worked on. */
  current: number
}

function Row({ article, revision, revises, galley, compared, current }: RowProps) {
  const t = useTranslations("revisions")
  const { number, createdBy } = revision
  const isCompared = [compared?.from.number, compared?.to.number].includes(number)
  return (
    <li
      className={classes(
        "grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-b border-line py-3",
        isCompared && "bg-panel",
      )}
    >
      <span className="pt-0.5 text-right font-serif text-xl leading-none font-semibold tabular-nums">
        <span className="sr-only">{t("revision", { number })}</span>
        <span aria-hidden>{number}</span>
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ui">
          {createdBy && (
            <span aria-hidden>
              <Avatar id={createdBy.id} name={createdBy.name} size="small" />
            </span>
          )}
          <b className="font-semibold">{createdBy?.name}</b>
          <span className="text-ink-2">
            <When at={revision.createdAt} />
          </span>
          {number === current && (
            <Badge tone="true" shape="●">
              {t("current")}
            </Badge>
          )}
        </p>
        <Facts revision={revision} />
        <Ways {...{ article, revision, revises, galley, current }} />
      </div>
    </li>
  )
}

/** How it came, how long it is, and what it did. */
function Facts({ revision }: { revision: ListedRevision }) {
  const t = useTranslations("revisions")
  const { origin, format, restored, words, placements, url, sha256 } = revision
  const total = placements && placements.exact + placements.moved + placements.stale + placements.lost
  return (
    <p className="flex flex-wrap gap-x-2 text-ui text-pretty text-ink-2">
      <span>{t("came", { origin, format: format ?? "none", restored: restored ?? 0 })}</span>
      {words !== null && <span className="text-ink-3">{t("words", { count: words })}</span>}
      {url && (
        <a href={url} rel="noreferrer noopener" className="min-w-0 truncate underline">
          {new URL(url).host}
        </a>
      )}
      <span className="text-ink-3" title={t("digestOf", { sha256 })}>
        {t.rich("digest", { sha256: sha256.slice(0, 8), code: (digest) => <code className="text-xs">{digest}</code> })}
      </span>
      {placements && total ? <span className="basis-full">{t("placed", { ...placements, total })}</span> : null}
    </p>
  )
}

/** What can be done with it. */
function Ways({ article, revision, revises, galley, current }: Omit<RowProps, "compared">) {
  const t = useTranslations("revisions")
  const { number } = revision
  const compare = (from: number, to: number) => `${galley}/revisions?from=${from}&to=${to}`
  const link = "text-accent underline underline-offset-2"
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      {number > 1 && (
        <Link href={compare(number - 1, number)} className={link} aria-label={t("whatChangedIn", { number })}>
          {t("whatChanged")}
        </Link>
      )}
      {number < current && (current - number > 1 || number === 1) && (
        <Link href={compare(number, current)} className={link} aria-label={t("againstCurrentOf", { number })}>
          {t("againstCurrent")}
        </Link>
      )}
      {revision.original === "kept" && (
        <a
          href={`${galley}/revisions/original?number=${number}`}
          download
          className={link}
          aria-label={t("originalOf", { number })}
        >
          {t("original")}
        </a>
      )}
      {number < current && revises === "may" && <RestoreButton {...{ number, current }} atStake={article.atStake} />}
    </p>
  )
}
