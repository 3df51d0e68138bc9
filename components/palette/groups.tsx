"use client"
/** The groups of the palette's list: what was found of each kind, and what can be done. */
import { Command } from "cmdk"
import { Search } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { KeyCap } from "@/components/keys/key-cap"
import type { ActId } from "@/components/keys/key-table"
import { pathTo, titleOf } from "@/components/search/found-place"
import type { FoundText } from "@/lib/domain/full-text"
import type { Found, FoundArticle, FoundClaim, FoundSource } from "@/lib/domain/search"
import { wordsShown, type Named } from "./matches"

export interface FoundGroupsProps {
  found: Found
  /** What was typed; for nothing, they are what one last worked on. */
  query: string
  /** The address of the workspace. */
  home: string
  onGo: (address: string) => void
}

/** Of what is only offered, less: the acts come after it. */
const RECENT = { articles: 4, claims: 3, sources: 2 }

export function FoundGroups({ found, query, home, onGo }: FoundGroupsProps) {
  const kind = query === "" ? "recent" : "found"
  const t = useTranslations(kind === "recent" ? "palette.recent" : "palette")
  const few = <T,>(items: T[], most: number) => (kind === "recent" ? items.slice(0, most) : items)
  return (
    <>
      <Group heading={t("articles")} items={few(found.articles, RECENT.articles)}>
        {(article) => (
          <Row key={article.id} value={article.id} onSelect={() => onGo(`${home}/articles/${article.id}`)}>
            <Article article={article} />
          </Row>
        )}
      </Group>
      <Group heading={t("claims")} items={few(found.claims, RECENT.claims)}>
        {(claim) => (
          <Row
            key={claim.id}
            value={claim.id}
            onSelect={() => onGo(`${home}/articles/${claim.article.id}?claim=${claim.number}`)}
          >
            <Claim claim={claim} query={query} />
          </Row>
        )}
      </Group>
      <Group heading={t("sources")} items={few(found.sources, RECENT.sources)}>
        {(source) => (
          <Row key={source.id} value={source.id} onSelect={() => onGo(`${home}/sources/${source.id}`)}>
            <Source source={source} />
          </Row>
        )}
      </Group>
      <Group heading={t("texts")} items={found.texts}>
        {(text) => (
          <Row key={text.id} value={text.id} onSelect={() => onGo(`${home}${pathTo(text)}`)}>
            <Text text={text} />
          </Row>
        )}
      </Group>
    </>
  )
}

/** On to the page where everything that has these words is listed. */
export function AllResults({ query, home, onGo }: Pick<FoundGroupsProps, "query" | "home" | "onGo">) {
  const t = useTranslations("palette")
  const address = `${home}/search?q=${encodeURIComponent(query)}`
  return (
    <Command.Group className="mt-1.5 border-t border-line pt-1.5">
      <Row value="all-results" onSelect={() => onGo(address)}>
        <span className="flex items-center gap-2 text-ui font-[550]">
          <Search aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          <span className="min-w-0 truncate">{t("all", { query })}</span>
        </span>
      </Row>
    </Command.Group>
  )
}

export function ActGroup({ acts, onRun }: { acts: Named<ActId>[]; onRun: (act: ActId) => void }) {
  const t = useTranslations("palette")
  return (
    <Group heading={t("acts")} items={acts}>
      {({ id, words }) => (
        <Row key={id} value={id} onSelect={() => onRun(id)}>
          <span className="flex items-center justify-between gap-3 text-ui">
            <span className="min-w-0 truncate">{words}</span>
            <KeyCap act={id} />
          </span>
        </Row>
      )}
    </Group>
  )
}

interface GroupProps<Item> {
  heading: string
  items: Item[]
  children: (item: Item) => ReactNode
}

function Group<Item>({ heading, items, children }: GroupProps<Item>) {
  if (items.length === 0) return null
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-2"
    >
      {items.map(children)}
    </Command.Group>
  )
}

function Row({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="cursor-pointer scroll-my-1.5 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft"
    >
      {children}
    </Command.Item>
  )
}

function Article({ article }: { article: FoundArticle }) {
  const t = useTranslations("palette")
  const format = useFormatter()
  const { publisher, byline, publishedOn, archived } = article
  const day = publishedOn && format.dateTime(new Date(publishedOn), { dateStyle: "medium", timeZone: "UTC" })
  return <Lines words={article.title} about={[archived && t("archived"), publisher ?? byline, day]} />
}

function Claim({ claim, query }: { claim: FoundClaim; query: string }) {
  const t = useTranslations("palette")
  const { number, job, article } = claim
  const about = [t(`claim.${job}`, { number }), t("inArticle", { title: article.title })]
  const { from, words } = wordsShown(claim, query)
  return <Lines words={from === "quote" ? t("quote", { words }) : words} about={about} />
}

function Source({ source }: { source: FoundSource }) {
  const { title, author, publisher, url } = source
  return <Lines words={title} about={[author, publisher, url && new URL(url).hostname]} />
}

function Text({ text }: { text: FoundText }) {
  const t = useTranslations("palette")
  const about = [t(`text.${text.kind}`), titleOf(text)]
  return <Lines words={text.pieces.map((piece) => piece.text).join("")} about={about} />
}

function Lines({ words, about }: { words: string; about: (string | null | false)[] }) {
  return (
    <>
      <span dir="auto" className="block truncate font-serif text-[0.9375rem] leading-snug">
        {words}
      </span>
      <span className="block truncate text-xs text-ink-3">{about.filter(Boolean).join(" · ")}</span>
    </>
  )
}
