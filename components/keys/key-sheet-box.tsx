"use client"
/** Every key that does something on this screen right now, and whether single characters count. */
import { useFormatter, useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { KeyName, useKeyLabels } from "./key-cap"
import { hasKey, keyGroups, keyTable, type ActId, type KeyGroup } from "./key-table"
import { useActsHere, useKeyring } from "./keyring"

export default function KeySheetBox({ onClose }: Closing) {
  const t = useTranslations("keys.sheet")
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t("title")} description={t("text")}>
      <Groups />
      <SingleKeys />
    </Dialog>
  )
}

function Groups() {
  const here = useActsHere().filter((act) => hasKey(act, "on"))
  const filled = keyGroups.filter((group) => here.some((act) => keyTable[act].group === group))
  return (
    <div className="columns-1 gap-10 py-2 sm:columns-2">
      {filled.map((group) => (
        <Group key={group} group={group} acts={here.filter((act) => keyTable[act].group === group)} />
      ))}
    </div>
  )
}

function Group({ group, acts }: { group: KeyGroup; acts: ActId[] }) {
  const t = useTranslations("keys")
  return (
    <section aria-label={t(`group.${group}`)} className="mb-5 break-inside-avoid">
      <h3 className="heading-group mb-1">{t(`group.${group}`)}</h3>
      <ul>
        {acts.map((act) => (
          <li key={act} className="flex min-h-8 items-center justify-between gap-4 border-t border-line py-1 text-ui">
            {t(`act.${act}`)}
            <Key act={act} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Key({ act }: { act: ActId }) {
  const t = useTranslations("keys.sheet")
  const { singleKeys } = useKeyring()
  return (
    <span className="shrink-0 text-xs whitespace-nowrap text-ink-3">
      {hasKey(act, singleKeys) ? <KeyName act={act} /> : t("off")}
    </span>
  )
}

function SingleKeys() {
  const t = useTranslations("keys.sheet")
  const format = useFormatter()
  const { singleKeys, setSingleKeys } = useKeyring()
  const kept = [useKeyLabels("text.back"), useKeyLabels("palette.open")].map((labels) => labels.join(" "))
  return (
    <div className="border-t border-line pt-3 pb-4">
      <Checkbox
        label={t("single")}
        hint={t("singleHint", { kept: format.list(kept) })}
        checked={singleKeys === "on"}
        onChange={(event) => setSingleKeys(event.target.checked ? "on" : "off")}
      />
    </div>
  )
}
