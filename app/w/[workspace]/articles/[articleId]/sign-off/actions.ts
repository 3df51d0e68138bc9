"use server"

import { refresh } from "next/cache"
import * as reopenings from "@/lib/desk/reopenings"
import * as publishing from "@/lib/desk/publishing"
import * as signOffs from "@/lib/desk/sign-offs"
import { PublishArticle } from "@/lib/domain/publication"
import { DecideComplaint, LetStand, RecordComplaint, Reopen, SignOffArticle } from "@/lib/domain/sign-off"
import { action } from "@/lib/entry"

export const signOffArticle = action(SignOffArticle, async (actor, input) =>
  redrawn(await signOffs.signOffArticle(actor, input)),
)
export const letStand = action(LetStand, async (actor, input) => {
  const { id } = await signOffs.letStand(actor, input)
  return redrawn({ id })
})
export const reopen = action(Reopen, async (actor, input) => redrawn(await reopenings.reopen(actor, input)))
export const recordComplaint = action(RecordComplaint, async (actor, input) =>
  redrawn(await reopenings.recordComplaint(actor, input)),
)
export const decideComplaint = action(DecideComplaint, async (actor, input) =>
  redrawn(await reopenings.decideComplaint(actor, input)),
)
export const publishArticle = action(PublishArticle, async (actor, input) =>
  redrawn(await publishing.publishArticle(actor, input)),
)
export const unpublishArticle = action(PublishArticle, async (actor, input) =>
  redrawn(await publishing.unpublishArticle(actor, input)),
)

/** The screen comes anew with the answer. */
function redrawn<Value>(answered: Value): Value {
  refresh()
  return answered
}
