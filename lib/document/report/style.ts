/** How public pages look: the paper and ink of the galley, light and dark as the reader's system is, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f5, #171614);
  --line: light-dark(#e4dfd4, #33302a);
  --ink: light-dark(#1d1b18, #ece8e0);
  --ink-2: light-dark(#57524a, #b5aea2);
  --accent: light-dark(#1f4e79, #8fbce6);
  --true: light-dark(#1a6f45, #7fd0a1);
  --mixed: light-dark(#8a5200, #f0bd6b);
  --false: light-dark(#b3261e, #f5a39c);
  --unproven: light-dark(#565a61, #b5b9c0);
  --open: light-dark(#755c00, #e8cd5a);
  --open-soft: light-dark(#fff3bf, #3a3210);
}
* { box-sizing: border-box; }
body {
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  margin: 0 auto;
  max-width: 44rem;
  overflow-wrap: break-word;
  padding: 0 1.25rem;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { background: var(--paper); left: 1rem; padding: 0.5rem; top: 0.5rem; }
header { border-bottom: 1px solid var(--line); padding: 0.75rem 0; }
header p, footer p { margin: 0; }
header a { color: var(--ink); font-weight: 650; text-decoration: none; }
footer { border-top: 1px solid var(--line); color: var(--ink-2); font-size: 0.875rem; margin-top: 3rem; padding: 1rem 0 2.5rem; }
main { padding-top: 1.5rem; }
h1, h2, h3, .text, q { font-family: "Source Serif 4", "Source Serif Pro", Charter, Georgia, serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; }
.kicker, .hands, .back { color: var(--ink-2); font-size: 0.875rem; }
.kicker { margin: 0; }
.hands { margin: 0.5rem 0; }
.text { font-size: 1.15rem; line-height: 1.65; }
.text [data-dek] { color: var(--ink-2); font-size: 1.25rem; line-height: 1.4; margin-top: 0; }
.text blockquote { border-left: 3px solid var(--line); margin-inline: 0; padding-left: 1rem; }
.text pre { font-size: 0.9rem; overflow-x: auto; }
.text table { border-collapse: collapse; display: block; overflow-x: auto; }
.text th, .text td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: start; }
.text figure { margin: 1rem 0; }
.text [data-caption], .text [data-footnote] { color: var(--ink-2); font-size: 0.95rem; }
.text ul[data-tasks] { list-style: none; padding-left: 0; }
.text li[data-checked="true"]::before { content: "☑ "; }
.text li[data-checked="false"]::before { content: "☐ "; }
.text li[data-checked] > p:first-child { display: inline; }
.claim { text-decoration: underline 2px; text-underline-offset: 0.2em; }
.claim.tone-true { text-decoration-color: var(--true); }
.claim.tone-mixed { text-decoration-color: var(--mixed); text-decoration-style: double; }
.claim.tone-false { text-decoration-color: var(--false); text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
.claim.tone-unproven { text-decoration-color: var(--unproven); text-decoration-style: dashed; }
.claim.tone-open { text-decoration-color: var(--open); text-decoration-style: dotted; }
.number { font-family: system-ui, sans-serif; font-size: 0.65em; font-weight: 650; line-height: 0; margin-inline-start: 0.15em; }
.number a { padding: 0.25em 0.15em; text-decoration: none; }
.notes { list-style: none; margin: 0; padding: 0; }
.notes > li { border-top: 1px solid var(--line); padding: 0.75rem 0 1rem; }
.notes > li:target { box-shadow: -0.75rem 0 0 var(--paper), -1rem 0 0 var(--accent); }
.notes p { margin: 0.4rem 0; }
.note-number { display: inline-block; font-weight: 650; min-width: 1.5rem; }
.head { font-size: 1.05rem; }
.rating { font-weight: 650; }
.rating.tone-true { color: var(--true); }
.rating.tone-mixed { color: var(--mixed); }
.rating.tone-false { color: var(--false); }
.rating.tone-unproven, .rating.tone-open { color: var(--unproven); }
.verdict { font-size: 1.35rem; margin: 0 0 1rem; }
.conclusion { font-size: 1.05rem; font-weight: 550; }
.conclusion, .explanation, .corrections li { white-space: pre-line; }
.label { color: var(--ink-2); font-size: 0.875rem; }
.sources { margin: 0.25rem 0; padding-left: 1.25rem; }

.again { background: var(--open-soft); border-left: 4px solid var(--open); margin: 0.75rem 0; padding: 0.5rem 0.75rem; }
.ratings dt { margin-top: 0.9rem; }
.ratings dd { margin: 0.25rem 0 0; }
h3 small { color: var(--ink-2); font-size: 0.8125rem; font-weight: 400; }
.list { list-style: none; margin: 0; padding: 0; }
.list li { border-top: 1px solid var(--line); padding: 1rem 0; }
.list h2, .list p { margin: 0 0 0.3rem; }
@media print {
  body { max-width: none; }
  .skip, .back, footer { display: none; }
  .sources a[href^="http"]::after { content: " <" attr(href) ">"; }
  .notes > li > p { break-inside: avoid; }
}
`
