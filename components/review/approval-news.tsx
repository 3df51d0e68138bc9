"use client"
/** What there is to be told of approvals, on whichever screen one is. */
import { ApprovalNotices } from "./approval-notices"
import { ApprovalToasts } from "./approval-toasts"

export function ApprovalNews() {
  return (
    <>
      <ApprovalNotices />
      <ApprovalToasts />
    </>
  )
}
