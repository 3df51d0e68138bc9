import { approveKept } from "@/lib/desk/reviews"
import { KeptApproval } from "@/lib/domain/round"
import { parting } from "@/lib/entry"

export const POST = parting(KeptApproval, approveKept)
