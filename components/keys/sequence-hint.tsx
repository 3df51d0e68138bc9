"use client"
/** What a key of several strokes can go on with, in a corner while it waits. */
import { useTranslations } from "next-intl"
import { Kbd } from "@/components/ui/kbd"
import { keyGroups, keyTable, strokesOf, type ActId } from "./key-table"
import { usePressableActs } from "./keyring"
import { startingWith } from "./sequence"

export function SequenceHint({ begun }: { begun: string | null }) {
  const t = useTranslations("keys")
  const bound = usePressableActs()
  const acts = begun === null ? [] : startingWith(begun, bound)
  const group = keyGroups.find((one) => acts.some((act) => keyTable[act].group === one))
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 bottom-3 z-50 flex justify-center print:hidden">
      {group && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1.5 rounded-[10px] bg-ink px-4 py-2.5 text-ui text-paper shadow-float">
          <span className="font-[550]">{t(`group.${group}`)}</span>
          {acts.map((act) => (
            <Next key={act} act={act} />
          ))}
        </p>
      )}
    </div>
  )
}

function Next({ act }: { act: ActId }) {
  const t = useTranslations("keys")
  const letter = strokesOf(act).at(-1)?.toUpperCase() ?? ""
  return (
    <span className="inline-flex items-center gap-1.5">
      <Kbd on="ink">{letter}</Kbd>
      <span className="sr-only">{t("pressed", { letter })}</span>
      {t(`act.${act}`)}
    </span>
  )
}
