import { expect, test } from "vitest"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import { provisionalId } from "./marking"

const article = { revision: { id: "r1" } } as AnnotatedArticle
const span = { start: 4, end: 9 }

test("a span has the same name each time, so that what was typed for it is found again", () => {
  expect(provisionalId(article, span, new Set())).toBe(provisionalId(article, span, new Set()))
})

test("further claims on the same words have names of their own", () => {
  const first = provisionalId(article, span, new Set())
  const second = provisionalId(article, span, new Set([first]))
  const third = provisionalId(article, span, new Set([first, second]))
  expect(new Set([first, second, third]).size).toBe(3)
})
