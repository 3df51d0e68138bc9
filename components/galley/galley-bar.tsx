"use client"
/** Over the panes: which article this is, how far it is, who is at it, and what can be done with it whole. */
import { PanelLeft, PanelRight } from "lucide-react"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { CoverageMeter } from "@/components/coverage/coverage-meter"
import { ExportButton } from "@/components/export/export-button"
import { HereNow } from "@/components/live/here-now"
import { Avatars } from "@/components/ui/avatar"
import { Button, LinkButton } from "@/components/ui/button"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Standing } from "@/lib/domain/article"
import type { ClaimState } from "@/lib/domain/claim"
import { waitsForPlace } from "@/lib/domain/coverage"
import { can } from "@/lib/domain/policy"
import { hasPassed } from "@/lib/domain/standing"
import type { Actor } from "@/lib/domain/workspace"
import type { ClaimEntry } from "./claims-store"
import { claimSubject, useGalley } from "./galley-context"
import { GalleyMenu } from "./galley-menu"
import type { SidePane } from "./pane-sizes"
import type { Drawer } from "./use-choice"
import type { PanesState } from "./use-panes"

export interface GalleyBarProps {
  article: AnnotatedArticle
  claims: ClaimEntry[]
  remarks: number
  queries: number
  actor: Actor
  drawer: Drawer
  panes: PanesState
  /** Shows and hides the claims list where it has no place of its own. */
  onList: () => void
}

export function GalleyBar({ article, claims, remarks, queries, actor, drawer, panes, onList }: GalleyBarProps) {
  const t = useTranslations("galley")
  return (
    <div className="flex h-12 shrink-0 items-center gap-1.5 border-b border-line bg-paper px-3 sm:gap-3 sm:px-4 print:hidden">
      <Button
        size="small"
        className={drawer === "inspector" ? "panes:hidden" : "list:hidden"}
        aria-expanded={drawer === "list"}
        aria-controls="claims"
        onClick={onList}
      >
        <PanelLeft aria-hidden className="size-3.5 max-sm:hidden" />
        {t("claims")}
      </Button>
      <PaneToggle pane="list" panes={panes} />
      <h1
        title={article.title}
        className="min-w-0 flex-1 truncate text-left font-serif text-[0.9375rem] font-semibold max-list:sr-only"
      >
        {article.title}
      </h1>
      {/* Whoever comes and goes takes of the title's room, or of what is free: nothing else moves. */}
      <span className="flex min-w-0 items-center max-list:flex-1">
        <HereNow articleId={article.id} />
      </span>
      <Out article={article} claims={claims} />
      <Waiting screen="comments" shape="?" count={queries} />
      <Waiting screen="remarks" shape="✎" count={remarks} />
      <ToPlace claims={claims} />
      <Checked />
      <CoverageMeter />
      <Progress claims={claims} />
      <span className="max-list:hidden">
        <Avatars people={article.people} />
      </span>
      <Export article={article} actor={actor} />
      <GalleyMenu />
      <PaneToggle pane="inspector" panes={panes} />
    </div>
  )
}

/** Puts a pane away and gets it back, where it stands beside the text. */
function PaneToggle({ pane, panes }: { pane: SidePane; panes: PanesState }) {
  const t = useTranslations("galley.panes")
  const shown = !panes.hidden.includes(pane)
  const label = t(shown ? `hide.${pane}` : `show.${pane}`)
  const Icon = pane === "list" ? PanelLeft : PanelRight
  return (
    <Button
      look="quiet"
      size="icon"
      className="max-panes:hidden"
      aria-label={label}
      title={label}
      aria-expanded={shown}
      aria-controls={pane === "list" ? "claims" : "inspector"}
      onClick={() => panes.toggle(pane)}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  )
}

const OUT = { signed_off: "●", released: "△", under_review: "◑" } satisfies Partial<Record<Standing, string>>

const isOut = (standing: Standing): standing is keyof typeof OUT => standing in OUT

/** That it has gone out, and how: nothing, or not everything, of it is worked on any more. */
function Out({ article, claims }: Pick<GalleyBarProps, "article" | "claims">) {
  const t = useTranslations("galley.out")
  const { actor } = useGalley()
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const { standing } = article
  if (!isOut(standing)) return null
  const open = claims.filter(({ claim }) => !hasPassed(claim, actor.settings)).length
  return (
    <LinkButton size="small" href={`/w/${workspace}/articles/${articleId}/sign-off`}>
      <span aria-hidden>{OUT[standing]}</span>
      <span className="max-sm:sr-only">{t(standing, { open })}</span>
    </LinkButton>
  )
}

interface WaitingProps {
  screen: "comments" | "remarks" | "placing" | "earlier"
  shape: string
  count: number
}

/** The way to what somebody has to look at before the text can be worked on in peace, while there is any. */
function Waiting({ screen, shape, count }: WaitingProps) {
  const t = useTranslations("galley.waiting")
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  if (count === 0) return null
  return (
    <LinkButton size="small" className="text-mixed" href={`/w/${workspace}/articles/${articleId}/${screen}`}>
      <span aria-hidden>{shape}</span>
      <span aria-hidden className="sm:hidden">
        {count}
      </span>
      <span className="max-sm:sr-only">{t(screen, { count })}</span>
    </LinkButton>
  )
}

/** What waits in the list of claims to place, for whoever may say where they stand. */
function ToPlace({ claims }: Pick<GalleyBarProps, "claims">) {
  const { actor, subject } = useGalley()
  const waits = ({ claim }: ClaimEntry) =>
    waitsForPlace(claim) && can(actor, "claim.place", claimSubject(subject, claim))
  return <Waiting screen="placing" shape="△" count={claims.filter(waits).length} />
}

/** The way to what earlier checks say about the text. */
function Checked() {
  return <Waiting screen="earlier" shape="↺" count={useGalley().earlier.length} />
}

function Progress({ claims }: { claims: ClaimEntry[] }) {
  const t = useTranslations("galley")
  const count = (...states: ClaimState[]) => claims.filter(({ claim }) => states.includes(claim.state)).length
  const approved = count("approved")
  const checked = count("checked")
  const review = count("in_review")
  const open = count("open", "changes_requested")
  if (claims.length === 0) return null
  return (
    <span className="flex items-center gap-3 max-[30rem]:sr-only">
      <ProgressBar
        className="max-list:hidden"
        label={t("progressBar", { approved, checked, review, open })}
        segments={[
          { tone: "true", count: approved },
          { tone: "unproven", count: checked },
          { tone: "review", count: review },
          { tone: "open", count: open },
        ]}
      />
      <span className="text-ui whitespace-nowrap text-ink-2">
        <span aria-hidden className="sm:hidden">
          {t("progressShort", { approved, total: claims.length })}
        </span>
        <span className="max-sm:sr-only">{t("progress", { approved, checked, total: claims.length })}</span>
      </span>
    </span>
  )
}

function Export({ article, actor }: { article: AnnotatedArticle; actor: Actor }) {
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const authorIds = article.authors.flatMap((author) => author.membershipId ?? [])
  const subject = { authorIds, leadId: article.lead?.id ?? null }
  const internal = can(actor, "article.exportInternal", subject)
  return (
    <ExportButton
      address={`/w/${workspace}/articles/${articleId}/export`}
      profiles={internal ? ["public", "internal"] : ["public"]}
      first={internal && article.signedOffAt === null ? "internal" : "public"}
      legal={can(actor, "comment.readLegal", subject) ? "may" : "not"}
      forAuthor={can(actor, "article.exportForAuthor", subject) ? "may" : "not"}
    />
  )
}
