"use client"
/** Tokens that are not revoked: what each may do, when it was last used, when it ends; each can be revoked here. */
import { useFormatter, useTranslations } from "next-intl"
import { useAsking } from "@/components/settings/use-asking"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { OneToken, TokenView } from "@/lib/domain/token"

export interface TokenListProps {
  tokens: TokenView[]
  /** Whether each says whose it is. */
  of: "one" | "all"
  revokeToken: Act<OneToken, void>
}

export function TokenList({ tokens, of, revokeToken }: TokenListProps) {
  const t = useTranslations("tokens")
  if (tokens.length === 0) return <p className="text-ui text-pretty text-ink-2">{t(`none.${of}`)}</p>
  return (
    <ul aria-label={t("title")} className="border-t border-line">
      {tokens.map((token) => (
        <li key={token.id} className="flex items-center gap-3 border-b border-line py-2.5">
          <Token token={token} of={of} />
          <Revoke token={token} of={of} revokeToken={revokeToken} />
        </li>
      ))}
    </ul>
  )
}

function Token({ token, of }: { token: TokenView; of: "one" | "all" }) {
  const t = useTranslations("tokens")
  const format = useFormatter()
  const { name, owner, scopes, madeAt, lastUsedAt, expiresAt, isOver } = token
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  const facts = [
    of === "all" && owner.name,
    scopes.map((scope) => t(`scope.${scope}`)).join(", "),
    t("made", { day: day(madeAt) }),
    lastUsedAt === null ? t("unused") : t("used", { day: day(lastUsedAt) }),
    expiresAt === null ? t("endless") : !isOver && t("until", { day: day(expiresAt) }),
  ]
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-2 font-[550] wrap-anywhere">
        {name}
        {isOver && expiresAt !== null && (
          <Badge tone="unproven" shape="◇">
            {t("over", { day: day(expiresAt) })}
          </Badge>
        )}
      </p>
      <p className="text-xs text-pretty wrap-anywhere text-ink-3">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  )
}

function Revoke({ token, of, revokeToken }: { token: TokenView } & Omit<TokenListProps, "tokens">) {
  const { id: tokenId, owner } = token
  // Many are called the same by different people.
  const name = of === "all" ? `${token.name} (${owner.name})` : token.name
  const t = useTranslations("tokens")
  const acts = useScreenActs({ revokeToken })
  const { asked, ask, close, state, run } = useAsking<"revoke">()
  return (
    <>
      <Button size="small" aria-label={t("revokeOne", { name })} onClick={() => ask("revoke")}>
        {t("revoke")}
      </Button>
      <AskDialog
        {...state}
        open={asked === "revoke"}
        title={t("revokeTitle", { name })}
        text={t("revokeText")}
        confirm={t("revoke")}
        look="danger"
        onYes={() => void run(() => acts.revokeToken({ tokenId }), t("revoked", { name }))}
        onClose={close}
      />
    </>
  )
}
