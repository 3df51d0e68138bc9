"use client"
/** Takes back all that narrows a list down; not there where nothing does. */
import { Button } from "@/components/ui/button"
import { useAsked } from "./asked"

export function ClearFilters({ names, label }: { names: readonly string[]; label: string }) {
  const { asked, ask } = useAsked()
  if (!names.some((name) => asked[name])) return null
  return (
    <Button look="quiet" size="small" onClick={() => ask(Object.fromEntries(names.map((name) => [name, ""])))}>
      {label}
    </Button>
  )
}
