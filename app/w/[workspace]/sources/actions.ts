"use server"

import * as sources from "@/lib/desk/sources"
import { EditSource, SourceInput } from "@/lib/domain/source"
import { action } from "@/lib/entry"

export const addSource = action(SourceInput, sources.addSource)
export const editSource = action(EditSource, sources.editSource)
