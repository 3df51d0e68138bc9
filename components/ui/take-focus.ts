/** For the `ref` of what took the place of a button that was pressed, and now has the focus: else nothing would. */
export const takeFocus = (here: HTMLElement | null): void => here?.focus()
