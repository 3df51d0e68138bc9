/** A radio button that lies unseen over what is drawn for it: the element behind it in its label, which shows its focus. */
import type { ComponentProps } from "react"

export const radioFocus =
  "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus"

export function UnseenRadio(props: Omit<ComponentProps<"input">, "type" | "className">) {
  return (
    <input
      {...props}
      type="radio"
      className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-md opacity-0"
    />
  )
}
