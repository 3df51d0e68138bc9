"use client"
/**
 * The claims of the desk, and choosing several of them to arrange at once. On a narrow screen each row is a block; it
 * stays a table to listeners.
 */
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { classes } from "@/components/ui/classes"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { ClaimItem } from "@/lib/domain/claim-list"
import { can } from "@/lib/domain/policy"
import type { Actor, Person } from "@/lib/domain/workspace"
import { ClaimTableRow } from "./claim-table-row"
import type { RecordForClaims } from "./chosen-bar"
import { Refused } from "./refused"
import { onRowKeys, stepRow } from "./row-keys"
import { useArranging, type Assign } from "./use-arranging"
import { useChoosing } from "./use-choosing"

/** Comes when the first claim is chosen. */
const chosenBar = lateCode(() => import("./chosen-bar"))

export interface ClaimTableProps {
  items: ClaimItem[]
  actor: Actor
  checkers: Person[]
  /** The address of the articles; each is below it. */
  articles: string
  /** When the page was drawn, so that server and browser call the same things late. */
  now: string
  assign: Assign
  recordContact: RecordForClaims
}

export function ClaimTable({ items, actor, checkers, articles, now, assign, recordContact }: ClaimTableProps) {
  const t = useTranslations("claims")
  const table = useRef<HTMLTableElement>(null)
  const choosing = useChoosing()
  const { shown, arrange, refused, dismiss } = useArranging(items, assign, choosing.drop)
  const may = shown.filter((item) => mayArrange(actor, item))
  const ids = may.map(({ id }) => id)
  const chosen = may.filter(({ id }) => choosing.chosen.has(id))
  const choiceOf = ({ id }: ClaimItem) => {
    if (may.length === 0) return "none"
    if (!ids.includes(id)) return "not"
    return choosing.chosen.has(id) ? "yes" : "no"
  }
  useKeys({ "claim.next": () => stepRow(table.current, 1), "claim.previous": () => stepRow(table.current, -1) })
  return (
    <>
      {may.length > 0 && <ChooseAll chosen={chosen.length} of={may.length} onToggle={() => choosing.toggleAll(ids)} />}
      <table
        ref={table}
        role="table"
        aria-label={t("label")}
        onKeyDown={onRowKeys}
        className="w-full table-fixed border-collapse max-panes:block"
      >
        <Head choosing={may.length > 0 ? "some" : "none"} />
        <tbody role="rowgroup" className="max-panes:block max-panes:border-t max-panes:border-line">
          {shown.map((item) => (
            <ClaimTableRow
              key={item.id}
              item={item}
              address={`${articles}/${item.article.id}`}
              now={now}
              choice={choiceOf(item)}
              onChoose={(id, event) => choosing.toggle(id, event.shiftKey ? ids : null)}
            />
          ))}
        </tbody>
      </table>
      {refused && <Refused refused={refused} chosen={chosen} arrange={arrange} onDismiss={dismiss} />}
      {chosen.length > 0 && (
        <Late
          code={chosenBar}
          given={{ chosen, checkers, actorId: actor.id, recordContact, arrange, drop: choosing.drop }}
          onMissing={choosing.drop}
        />
      )}
    </>
  )
}

function mayArrange(actor: Actor, { article, priority }: ClaimItem): boolean {
  return can(actor, "claim.arrange", { article, priority, authorIds: [] })
}

function ChooseAll({ chosen, of, onToggle }: { chosen: number; of: number; onToggle: () => void }) {
  const t = useTranslations("claims")
  return (
    <label className="mb-1 inline-flex min-h-7 items-center gap-2 pl-3 text-xs text-ink-2 max-panes:pl-0">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        checked={chosen === of}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < of
        }}
        onChange={onToggle}
      />
      {t("chooseAll")}
    </label>
  )
}

const columns = ["number", "words", "state", "assignee", "due", "waiting", "priority"] as const

const widths: Record<(typeof columns)[number], string> = {
  number: "w-11 text-right",
  words: "",
  state: "w-[11.5rem]",
  assignee: "w-[10rem]",
  due: "w-[10rem]",
  waiting: "w-[9rem]",
  priority: "w-[6rem]",
}

function Head({ choosing }: { choosing: "some" | "none" }) {
  const t = useTranslations("claims.column")
  const head = "border-b border-line-strong px-3 py-2.5 text-left text-xs leading-none font-semibold text-ink-3"
  return (
    <thead role="rowgroup" className="max-panes:sr-only">
      <tr role="row">
        {choosing === "some" && (
          <th role="columnheader" scope="col" className={classes(head, "w-10")}>
            <span className="sr-only">{t("choose")}</span>
          </th>
        )}
        {columns.map((column) => (
          <th key={column} role="columnheader" scope="col" className={classes(head, widths[column])}>
            {t(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
