/** Ids, as they come in. */
import { z } from "zod"

/** An id written as Postgres writes it, so that the same id is the same text wherever it is compared, stored or hashed. */
export const Id = z.uuid().toLowerCase()
