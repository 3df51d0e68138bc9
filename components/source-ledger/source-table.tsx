/** The sources of the ledger. The whole row leads to one's own page. On a narrow screen each row is a block. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { Cell } from "@/components/listing/cell"
import { hostOf } from "@/components/source/typed-source"
import { Badge } from "@/components/ui/badge"
import { classes } from "@/components/ui/classes"
import { None } from "@/components/ui/none"
import type { SourceItem } from "@/lib/domain/source-list"
import { linkLooks } from "./link-words"

const columns = ["source", "kind", "page", "claims", "added"] as const

const widths: Record<(typeof columns)[number], string> = {
  source: "",
  kind: "w-[12rem]",
  page: "w-[9rem]",
  claims: "w-[8rem]",
  added: "w-[14rem]",
}

export async function SourceTable({ items, sources }: { items: SourceItem[]; sources: string }) {
  const t = await getTranslations("sources")
  return (
    <table role="table" aria-label={t("label")} className="w-full table-fixed border-collapse max-panes:block">
      <thead role="rowgroup" className="max-panes:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={classes(
                "border-b border-line-strong px-3 py-2.5 text-left text-xs leading-none font-semibold text-ink-3",
                widths[column],
              )}
            >
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-panes:block max-panes:border-t max-panes:border-line">
        {items.map((item) => (
          <Row key={item.id} item={item} address={`${sources}/${item.id}`} />
        ))}
      </tbody>
    </table>
  )
}

async function Row({ item, address }: { item: SourceItem; address: string }) {
  const [t, source, format] = await Promise.all([getTranslations("sources"), getTranslations("source"), getFormatter()])
  const host = item.publisher ?? hostOf(item.url)
  const marks = [item.primary && source("primary"), item.confidential && source("confidential")].filter(Boolean)
  const date = format.dateTime(new Date(item.addedAt), { dateStyle: "medium" })
  return (
    <tr
      role="row"
      className="relative align-top hover:bg-panel has-focus-visible:bg-panel max-panes:flex max-panes:flex-wrap max-panes:items-center max-panes:gap-x-4 max-panes:gap-y-1.5 max-panes:border-b max-panes:border-line max-panes:py-3"
    >
      <Cell className="max-panes:w-full">
        <Link
          href={address}
          prefetch={false}
          title={item.title}
          className="font-[550] outline-offset-4 after:absolute after:inset-0"
        >
          <span dir="auto" className="line-clamp-2 text-left print:line-clamp-none wrap-anywhere">
            {item.title}
          </span>
        </Link>
        <p className="mt-0.5 text-xs wrap-anywhere text-ink-3">{[host, ...marks].filter(Boolean).join(" · ")}</p>
      </Cell>
      <Cell>
        <span className="text-ui text-ink-2">{source(`kind.${item.kind}`)}</span>
      </Cell>
      <Cell className={item.link ? "" : "max-panes:hidden"}>
        {item.link ? (
          <Badge {...linkLooks[item.link.state]}>{t(`link.is.${item.link.state}`)}</Badge>
        ) : (
          <None>{t("link.none")}</None>
        )}
      </Cell>
      <Cell>
        <span className={classes("text-ui tabular-nums", item.claims === 0 && "text-ink-3")}>
          {t("claims", { count: item.claims })}
        </span>
      </Cell>
      <Cell>
        <span className="text-ui text-ink-2">{t("addedBy", { name: item.addedBy.name, date })}</span>
      </Cell>
    </tr>
  )
}
