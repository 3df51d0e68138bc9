/** Where one's own account is: the same at every desk, shown within the one that is open. */
export const accountAddress = (workspace: string) => `/w/${workspace}/account`
