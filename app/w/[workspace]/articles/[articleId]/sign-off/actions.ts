"use server"

import * as reopenings from "@/lib/desk/reopenings"
import * as publishing from "@/lib/desk/publishing"
import * as signOffs from "@/lib/desk/sign-offs"
import { PublishArticle } from "@/lib/domain/publication"
import { DecideComplaint, LetStand, RecordComplaint, Reopen, SignOffArticle } from "@/lib/domain/sign-off"
import { action, redrawn } from "@/lib/entry"

export const signOffArticle = action(SignOffArticle, redrawn(signOffs.signOffArticle))
export const letStand = action(
  LetStand,
  redrawn(async (actor, input) => {
    const { id } = await signOffs.letStand(actor, input)
    return { id }
  }),
)
export const reopen = action(Reopen, redrawn(reopenings.reopen))
export const recordComplaint = action(RecordComplaint, redrawn(reopenings.recordComplaint))
export const decideComplaint = action(DecideComplaint, redrawn(reopenings.decideComplaint))
export const publishArticle = action(PublishArticle, redrawn(publishing.publishArticle))
export const unpublishArticle = action(PublishArticle, redrawn(publishing.unpublishArticle))
