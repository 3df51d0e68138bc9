/** What a filter offers while something is asked for. Pure. */
import type { Option } from "@/components/ui/select"

/** The options, and after them what is asked for though it is none of them; without a name for such it asks for nothing. */
export function offered(
  options: readonly Option[],
  asked: string | undefined,
  nameOf?: (value: string) => string,
): readonly Option[] {
  if (!asked || !nameOf || options.some(({ value }) => value === asked)) return options
  return [...options, { value: asked, label: nameOf(asked) }]
}
