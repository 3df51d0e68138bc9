"use client"
/** What an owner can do about a scale: have verdicts given on it, begin another from it, offer it no more, bring it back. */
import { MoreHorizontal } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useAsking } from "@/components/settings/use-asking"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Button } from "@/components/ui/button"
import { Menu, MenuItem } from "@/components/ui/menu"
import { Refused } from "@/components/ui/refused"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { OfferScale, OneScale, ScaleItem } from "@/lib/domain/own-scale"
import type { Scale } from "@/lib/domain/scale"
import { useScaleName } from "./scale-name"

export interface ScaleActs {
  offerScale: Act<OfferScale, Scale>
  retireScale: Act<OneScale, void>
  restoreScale: Act<OneScale, void>
}

export function ScaleMenu({ scale, home, acts }: { scale: ScaleItem; home: string; acts: ScaleActs }) {
  const t = useTranslations("settings.scales")
  const { offerScale, retireScale, restoreScale } = useScreenActs(acts)
  const { asked, ask, close, state, refused, run } = useAsking<"offer" | "retire">()
  const { code, job, version } = scale
  const name = useScaleName()(scale)
  return (
    <>
      <Items
        {...{ scale, home, ask }}
        onRestore={() => void run(() => restoreScale({ code }), t("restored", { name }))}
      />
      <Refused>{refused}</Refused>
      <AskDialog
        {...state}
        open={asked === "offer"}
        title={t("offerTitle", { name, version })}
        text={t("offerText", { job })}
        confirm={t("offerYes")}
        look="primary"
        onYes={() => void run(() => offerScale({ code, version }), t("nowOffered", { name, version }))}
        onClose={close}
      />
      <AskDialog
        {...state}
        open={asked === "retire"}
        title={t("retireTitle", { name })}
        text={t("retireText")}
        confirm={t("retire")}
        look="danger"
        onYes={() => void run(() => retireScale({ code }), t("nowRetired", { name }))}
        onClose={close}
      />
    </>
  )
}

interface ItemsProps {
  scale: ScaleItem
  home: string
  ask: (what: "offer" | "retire") => void
  onRestore: () => void
}

function Items({ scale, home, ask, onRestore }: ItemsProps) {
  const t = useTranslations("settings.scales")
  const { code, job, version, offered, retiredAt, kind } = scale
  const label = t("acts", { name: useScaleName()(scale) })
  const trigger = (
    <Button look="quiet" size="icon" aria-label={label} title={label}>
      <MoreHorizontal aria-hidden className="size-4" />
    </Button>
  )
  return (
    <Menu label={label} trigger={trigger}>
      {offered !== version && retiredAt === null && (
        <MenuItem onSelect={() => ask("offer")}>{t("offer", { version })}</MenuItem>
      )}
      <MenuItem asChild>
        <Link href={`${home}/new?job=${job}&from=${code}`}>{t("copy")}</Link>
      </MenuItem>
      {kind === "own" && retiredAt !== null && <MenuItem onSelect={onRestore}>{t("restore")}</MenuItem>}
      {kind === "own" && retiredAt === null && offered === null && (
        <MenuItem look="danger" onSelect={() => ask("retire")}>
          {t("retire")}
        </MenuItem>
      )}
    </Menu>
  )
}
