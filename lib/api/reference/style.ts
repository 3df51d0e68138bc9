/** How the reference looks: the galley's paper and ink, light and dark as the reader's system is; its contents beside it where there is room. */
export const REFERENCE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f5, #171614);
  --raised: light-dark(#f3efe7, #211f1c);
  --line: light-dark(#e4dfd4, #33302a);
  --ink: light-dark(#1d1b18, #ece8e0);
  --ink-2: light-dark(#57524a, #b5aea2);
  --accent: light-dark(#1f4e79, #8fbce6);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  margin: 0;
  overflow-wrap: break-word;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { left: -100vw; position: absolute; }
.skip:focus { background: var(--paper); left: 1rem; padding: 0.5rem; top: 0.5rem; z-index: 1; }
nav { border-bottom: 1px solid var(--line); font-size: 0.875rem; max-height: 40vh; overflow-y: auto; padding: 1rem 1.25rem; }
nav p { margin: 0.4rem 0; }
nav ul { list-style: none; margin: 0 0 0.75rem; padding: 0; }
nav li { padding: 0.15rem 0; }
nav li a { color: var(--ink); text-decoration: none; }
nav li a:hover { text-decoration: underline; }
nav b { color: var(--ink-2); font-size: 0.75rem; font-weight: 650; }
.name { font-size: 1rem; font-weight: 650; }
.group { color: var(--ink-2); font-weight: 650; }
main { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1.25rem 4rem; }
h1, h2, h3 { font-family: "Source Serif 4", "Source Serif Pro", Charter, Georgia, serif; line-height: 1.25; }
h1 { font-size: 1.9rem; margin: 0 0 1rem; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.45rem; margin: 3rem 0 1rem; padding-bottom: 0.4rem; }
h3 { font-size: 1.15rem; margin: 2.25rem 0 0.4rem; }
h3 a { color: inherit; text-decoration: none; }
h4 { font-size: 0.875rem; font-weight: 650; margin: 1.25rem 0 0.35rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
.call { margin: 0.25rem 0 0.75rem; }
.call > code { font-size: 1rem; }
.scope { border: 1px solid var(--line); border-radius: 1rem; color: var(--ink-2); font-size: 0.8125rem; padding: 0.1rem 0.6rem; white-space: nowrap; }
.fields, .answers { list-style: none; margin: 0; padding: 0; }
.fields li, .answers li { border-top: 1px solid var(--line); padding: 0.35rem 0; }
.fields .fields { border-left: 2px solid var(--line); margin: 0.35rem 0 0; padding-left: 0.75rem; }
p.type { margin: 0.35rem 0; }
.type { color: var(--ink-2); font-size: 0.875rem; }
figure { margin: 0.75rem 0; }
figcaption { color: var(--ink-2); font-size: 0.875rem; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 0.375rem; margin: 0.25rem 0; overflow-x: auto; padding: 0.75rem; }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 20rem minmax(0, 1fr); }
  nav { border-bottom: 0; border-right: 1px solid var(--line); height: 100vh; max-height: none; position: sticky; top: 0; }
}
@media print { nav, .skip { display: none; } }
`
