"use client"
/** Which two texts are compared: any two of them. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { Select } from "@/components/ui/select"

export interface CompareChoiceProps {
  /** The address of the screen. */
  address: string
  numbers: readonly number[]
  from: number
  to: number
}

export function CompareChoice({ address, numbers, from, to }: CompareChoiceProps) {
  const t = useTranslations("revisions")
  const router = useRouter()
  const options = [...new Set([...numbers, from, to])].map((number) => {
    return { value: `${number}`, label: t("revision", { number }) }
  })
  const go = (two: { from: number | string; to: number | string }) =>
    router.push(`${address}?from=${two.from}&to=${two.to}`, { scroll: false })
  return (
    <div className="my-3 grid max-w-md grid-cols-2 gap-3">
      <Select label={t("from")} options={options} value={`${from}`} onChoose={(chosen) => go({ from: chosen, to })} />
      <Select label={t("to")} options={options} value={`${to}`} onChoose={(chosen) => go({ from, to: chosen })} />
    </div>
  )
}
