"use server"

import * as publishing from "@/lib/desk/publishing"
import { SetPublishing } from "@/lib/domain/publication"
import { action, redrawn } from "@/lib/entry"

export const setPublishing = action(SetPublishing, redrawn(publishing.setPublishing))
