/** The groups of the list, each with how many there are, as links: what is chosen can be shared and gone back to. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import { addressOf, askedWith, type Asked } from "@/components/listing/address"
import { classes } from "@/components/ui/classes"
import type { ArticleGroup, GroupCounts } from "@/lib/domain/article-list"

export interface GroupChipsProps {
  path: string
  asked: Asked
  shown: ArticleGroup
  counts: GroupCounts
  groups: ArticleGroup[]
}

export async function GroupChips({ path, asked, shown, counts, groups }: GroupChipsProps) {
  const [t, format] = await Promise.all([getTranslations("articles"), getFormatter()])
  return (
    <nav aria-label={t("groups")} className="mb-3 flex flex-wrap gap-1.5">
      {groups.map((group) => (
        <Link
          key={group}
          href={addressOf(path, askedWith(asked, { show: group === "all" ? "" : group }))}
          prefetch={false}
          scroll={false}
          aria-current={group === shown ? "true" : undefined}
          className={classes(
            "inline-flex min-h-6 items-center gap-1 rounded-full border px-2.5 py-[3px] text-xs",
            group === shown ? "border-ink bg-ink text-paper" : "border-line-strong bg-raised text-ink-2 hover:text-ink",
          )}
        >
          {t(`group.${group}`)} <span className="tabular-nums">{format.number(counts[group])}</span>
        </Link>
      ))}
    </nav>
  )
}
