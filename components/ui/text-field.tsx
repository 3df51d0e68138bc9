"use client"
/** One line of text, or several that grow with what is typed. */
import { useLayoutEffect, useRef, type ComponentProps } from "react"
import { classes } from "./classes"
import { boxClasses, Field, inPlaceClasses, type FieldProps } from "./field"

type Frame = Pick<FieldProps, "label" | "hint" | "error" | "labelled">

export type Look = "box" | "inPlace"

const looks: Record<Look, string> = { box: boxClasses, inPlace: inPlaceClasses }

export interface TextFieldProps extends Frame, ComponentProps<"input"> {
  look?: Look
}

export function TextField({ label, hint, error, labelled, look = "box", className, ...input }: TextFieldProps) {
  return (
    <Field {...frame({ label, hint, error, labelled })}>
      {(ids) => <input type="text" {...input} {...ids} className={classes(looks[look], className)} />}
    </Field>
  )
}

export interface TextAreaProps extends Frame, ComponentProps<"textarea"> {
  look?: Look
}

export function TextArea({ label, hint, error, labelled, look = "box", className, ...area }: TextAreaProps) {
  return (
    <Field {...frame({ label, hint, error, labelled })}>
      {(ids) => <GrowingArea rows={2} {...area} {...ids} className={classes(looks[look], className)} />}
    </Field>
  )
}

/** Grows by CSS where the browser can (`field-sizing`), else by measuring after each change of value. */
function GrowingArea({ className, ref, ...area }: ComponentProps<"textarea">) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    const element = own.current
    if (!element || CSS.supports("field-sizing", "content")) return
    element.style.height = "auto"
    element.style.height = `${element.scrollHeight + 2}px`
  }, [area.value])
  const keep = (element: HTMLTextAreaElement | null) => {
    own.current = element
    if (typeof ref === "function") ref(element)
    else if (ref) ref.current = element
  }
  // `rows` is what it begins with; a box that fits its content would begin with one line.
  const least = { minHeight: `calc(${area.rows ?? 1}lh + 0.875rem)` }
  return (
    <textarea {...area} ref={keep} style={least} className={classes(className, "field-sizing-content resize-none")} />
  )
}

/** Leaves out what is undefined, which exact optional properties ask for. */
function frame({ label, hint, error, labelled }: { [K in keyof Frame]: Frame[K] | undefined }): Frame {
  return { label, ...(hint && { hint }), ...(error && { error }), ...(labelled && { labelled }) }
}
