"use client"
/** What the verdict rests on. Each piece opens at its place in the source, in a tab of its own. */
import { ExternalLink } from "lucide-react"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { FlagWords } from "@/components/source/flag-words"
import { hasText } from "@/lib/domain/shown"
import type { EvidenceView, Stance } from "@/lib/domain/source"
import { addressOf, isOpenable } from "./address-at"
import type { Opened } from "./use-opened"

export interface EvidenceListProps {
  evidence: EvidenceView[]
  opened: Opened
  /** Whether the key that opens the next source is for these. */
  keyed: "yes" | "no"
}

/** Comes with the first evidence whose source's text is kept. */
const sourceText = lateCode(() => import("@/components/source/source-text"))

export function EvidenceList({ evidence, opened, keyed }: EvidenceListProps) {
  const t = useTranslations("reviews")
  return (
    <section>
      <div className="mb-1 flex min-h-7 items-center justify-between gap-2">
        <h3 className="heading-group">{t("evidence", { count: evidence.length })}</h3>
        {evidence.some(isOpenable) && <OpenNext evidence={evidence} opened={opened} keyed={keyed} />}
      </div>
      {evidence.length === 0 && <p className="text-ui text-ink-3">{t("noEvidence")}</p>}
      <ul>
        {evidence.map((piece) => (
          <Piece
            key={piece.id}
            piece={piece}
            opened={opened.opened.has(piece.id) ? t("opened") : null}
            onOpen={() => opened.note(piece.id)}
          />
        ))}
      </ul>
    </section>
  )
}

function OpenNext({ evidence, opened, keyed }: EvidenceListProps) {
  const t = useTranslations("reviews")
  const shortcut = useShortcut("review.source")
  return (
    <Button
      look="quiet"
      size="small"
      aria-keyshortcuts={keyed === "yes" ? shortcut : undefined}
      onClick={() => opened.openNext(evidence)}
    >
      {t("openNext")} {keyed === "yes" && <KeyCap act="review.source" className="max-sm:hidden" />}
    </Button>
  )
}

function Piece({ piece, opened, onOpen }: { piece: EvidenceView; opened: string | null; onOpen: () => void }) {
  const t = useTranslations("reviews")
  const { source } = piece
  const facts = [
    source.publisher,
    source.primary && t("primary"),
    source.confidential && t("confidential"),
    !isOpenable(piece) && t("noAddress"),
    opened,
  ]
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2 border-t border-line py-2.5 first:border-t-0">
      <StanceMark stance={piece.stance} />
      <div className="min-w-0">
        <p>
          <Title piece={piece} onOpen={onOpen} />
          <span className="text-xs text-ink-3">
            {facts.filter(Boolean).map((fact) => (
              <span key={String(fact)}> · {fact}</span>
            ))}
          </span>
        </p>
        {piece.locator && <p className="text-xs text-ink-3">{piece.locator}</p>}
        {piece.excerpt && (
          <blockquote className="mt-1 font-serif text-[0.9375rem] leading-[1.42] whitespace-pre-line text-ink-2">
            {piece.excerpt}
          </blockquote>
        )}
        {hasText(piece) && <Late code={sourceText} given={{ evidence: piece, onOpen }} onMissing={() => undefined} />}
        {piece.flag && (
          <div className="mt-1.5 rounded-md bg-mixed-soft px-2.5 py-2">
            <FlagWords flag={piece.flag} at={piece.flaggedAt} excerpt={piece.excerpt} />
          </div>
        )}
        {piece.note && (
          <p className="mt-1 text-ui whitespace-pre-line text-ink-2">
            <span className="text-ink-3">{t("note")}: </span>
            {piece.note}
          </p>
        )}
      </div>
    </li>
  )
}

function Title({ piece, onOpen }: { piece: EvidenceView; onOpen: () => void }) {
  const t = useTranslations("reviews")
  const { workspace } = useParams<{ workspace: string }>()
  const { source } = piece
  const address = addressOf(workspace, piece)
  if (!address) return <span className="text-ui font-semibold break-words">{source.title}</span>
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("opensInNewTab", { title: source.title })}
      onClick={onOpen}
      onAuxClick={onOpen}
      className="text-ui font-semibold break-words underline decoration-line-strong underline-offset-3 hover:decoration-ink"
    >
      {source.title}
      {"\u00a0"}
      <ExternalLink aria-hidden className="mb-px inline size-3 text-ink-3" />
    </a>
  )
}

const stances: Record<Stance, { shape: string; look: string }> = {
  supports: { shape: "+", look: "bg-true-soft text-true" },
  refutes: { shape: "−", look: "bg-false-soft text-false" },
  context: { shape: "≡", look: "bg-unproven-soft text-unproven" },
}

function StanceMark({ stance }: { stance: Stance }) {
  const t = useTranslations("reviews")
  const { shape, look } = stances[stance]
  return (
    <span
      title={t(`stance.${stance}`)}
      className={classes("grid size-5 place-items-center rounded-[5px] text-xs leading-none font-bold", look)}
    >
      <span aria-hidden>{shape}</span>
      <span className="sr-only">{t(`stance.${stance}`)}</span>
    </span>
  )
}
