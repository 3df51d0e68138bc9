"use client"
/** The snapshots of a source's page, newest first; what differs between two of them, word by word. */
import Link from "next/link"
import { useParams } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { excerpts } from "@/components/revision/excerpts"
import { Button } from "@/components/ui/button"
import { Difference } from "@/components/ui/difference"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { CompareSnapshots, SnapshotsCompared, SnapshotView } from "@/lib/domain/link"
import { viewAddress } from "@/lib/domain/viewing"

export interface SnapshotListProps {
  sourceId: string
  items: SnapshotView[]
  /** Whether there are older ones, which are not listed. */
  older: "some" | "none"
  compare: Act<CompareSnapshots, SnapshotsCompared>
}

export function SnapshotList({ sourceId, items, older, compare }: SnapshotListProps) {
  const t = useTranslations("sources.snapshots")
  const readable = items.filter(({ textSha256 }) => textSha256 !== null)
  const [newest, before] = readable
  const [own, choose] = useState<Partial<Choice["chosen"]>>({})
  // The two newest, until somebody chooses: a newer one may come while the page is open.
  const chosen = { from: own.from ?? before?.id ?? "", to: own.to ?? newest?.id ?? "" }
  const pick = (side: "from" | "to", id: string) => choose({ ...own, [side]: id })
  const comparing = useComparing(sourceId, compare)
  return (
    <>
      <h3 className="mt-5 mb-1.5 text-ui font-semibold">{t("title", { count: items.length })}</h3>
      {items.length === 0 && <p className="text-ui text-ink-2">{t("none")}</p>}
      {items.length > 0 && (
        <ul aria-label={t("label")} className="border-t border-line">
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              sourceId={sourceId}
              choice={readable.length > 1 ? { chosen, choose: pick } : null}
              isSame={
                item.textSha256 !== null && items.some((one) => one !== item && one.textSha256 === item.textSha256)
              }
            />
          ))}
        </ul>
      )}
      {older === "some" && <p className="mt-2 text-xs text-ink-3">{t("older")}</p>}
      {readable.length > 1 && (
        <Button
          size="small"
          className="mt-3"
          busy={comparing.busy}
          disabled={chosen.from === chosen.to}
          onClick={() => comparing.run(chosen)}
        >
          {t("compare")}
        </Button>
      )}
      <div role="alert" className="mt-2 text-xs font-medium text-false empty:hidden">
        {comparing.error}
      </div>
      <Compared compared={comparing.compared} />
    </>
  )
}

interface Choice {
  chosen: { from: string; to: string }
  choose: (side: "from" | "to", id: string) => void
}

interface RowProps {
  item: SnapshotView
  sourceId: string
  choice: Choice | null
  isSame: boolean
}

function Row({ item, sourceId, choice, isSame }: RowProps) {
  const t = useTranslations("sources.snapshots")
  const { workspace } = useParams<{ workspace: string }>()
  const format = useFormatter()
  const at = format.dateTime(new Date(item.takenAt), { dateStyle: "medium", timeStyle: "short" })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 text-ui">
      <span className="min-w-0 flex-1 basis-56">
        <Taken at={item.takenAt} address={viewAddress(workspace, sourceId, { snapshot: item.id })} />{" "}
        <span className="text-ink-3">{item.takenBy ? t("by", { name: item.takenBy.name }) : t("byStet")}</span>
        <span className="block text-xs wrap-anywhere text-ink-3">
          {t("facts", { size: Math.max(1, Math.round(item.size / 1024)), type: typeOf(item.type) })}
          {" · "}
          <span title={item.sha256} className="font-mono">
            {(item.textSha256 ?? item.sha256).slice(0, 12)}
          </span>
          {isSame && ` · ${t("same")}`}
          {item.textSha256 === null && ` · ${t("noText")}`}
        </span>
      </span>
      {choice && item.textSha256 !== null && (
        <span className="flex gap-4 text-xs text-ink-2">
          {(["from", "to"] as const).map((side) => (
            <label key={side} className="flex cursor-pointer items-center gap-1.5">
              <input
                type="radio"
                name={`snapshot-${side}`}
                className="accent-ink"
                checked={choice.chosen[side] === item.id}
                onChange={() => choice.choose(side, item.id)}
              />
              {t(side)} <span className="sr-only">{at}</span>
            </label>
          ))}
        </span>
      )}
    </li>
  )
}

/** When it was taken, which leads to what it said. */
function Taken({ at: takenAt, address }: { at: string; address: string }) {
  const t = useTranslations("sources.snapshots")
  const format = useFormatter()
  const at = format.dateTime(new Date(takenAt), { dateStyle: "medium", timeStyle: "short" })
  return (
    <time dateTime={takenAt} title={format.dateTime(new Date(takenAt), { dateStyle: "full", timeStyle: "long" })}>
      <Link
        href={address}
        prefetch={false}
        aria-label={t("read", { at })}
        className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {at}
      </Link>
    </time>
  )
}

const typeOf = (type: string) => (type === "application/pdf" ? "pdf" : type === "text/plain" ? "text" : "page")

function Compared({ compared }: { compared: SnapshotsCompared | null }) {
  const t = useTranslations("sources.snapshots")
  const differs = compared?.pieces.some(({ kind }) => kind !== "same") ?? false
  return (
    <>
      <p role="status" className="mt-3 text-ui text-ink-2 empty:hidden">
        {compared && (differs ? t("differs", { ...compared.words }) : t("noDifference"))}
      </p>
      {compared && differs && (
        <div
          role="region"
          aria-label={t("difference")}
          tabIndex={0}
          className="mt-2 max-h-96 overflow-y-auto rounded-lg border border-line px-4 py-3"
        >
          {excerpts(compared.pieces).map((pieces, at) => (
            <p
              key={at}
              dir="auto"
              className="mb-2 font-serif leading-relaxed wrap-anywhere whitespace-pre-line last:mb-0"
            >
              <Difference pieces={pieces} />
            </p>
          ))}
        </div>
      )}
    </>
  )
}

interface Comparing {
  busy?: true
  error?: string
  compared?: SnapshotsCompared
}

function useComparing(sourceId: string, compare: SnapshotListProps["compare"]) {
  const acts = useScreenActs({ compare })
  const [state, setState] = useState<Comparing>({})
  const run = async (chosen: Choice["chosen"]) => {
    setState({ busy: true })
    const answer = await acts.compare({ sourceId, ...chosen })
    setState(answer.ok ? { compared: answer.value } : { error: answer.refusal.message })
  }
  return {
    busy: state.busy ?? false,
    error: state.error,
    compared: state.compared ?? null,
    run: (chosen: Choice["chosen"]) => void run(chosen),
  }
}
