import type { z } from "zod"
import { annotationAnswer, AnnotationQuery, annotationOptions } from "@/lib/api/annotations"
import { route } from "@/lib/entry"

type Params = { articleId: string; annotationId: string }

export const GET = route<Params, z.ZodUndefined, typeof AnnotationQuery>(
  { scope: "read", query: AnnotationQuery },
  async (actor, { params, ...call }) => annotationAnswer(actor, params, call),
)

export const OPTIONS = annotationOptions
