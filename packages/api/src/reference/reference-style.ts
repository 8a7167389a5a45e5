/** The look of the API reference: the colours of the web, in light and dark, without a web font. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; --ground: #f7f5ef; --paper: #fffdf8; --ink: #1d2421; --quiet: #56605b; --line: #d9d5c8; --celadon: #2c6553; --amber: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ground: #131815; --paper: #1a211d; --ink: #e8ebe6; --quiet: #a3aea8; --line: #36403a; --celadon: #8fcab4; --amber: #e0b060; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--ground); color: var(--ink); font: 1rem/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
h1 small { font-size: .5em; color: var(--quiet); font-weight: 400; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
h3 { margin: 0 0 .5rem; overflow-wrap: anywhere; }
h4 { margin: 1.25rem 0 .25rem; color: var(--quiet); font-size: .95rem; }
a { color: var(--celadon); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--celadon); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; } nav a { display: block; padding: .25rem 0; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0; scroll-margin-top: 1rem; }
.method { display: inline-block; padding: .05rem .5rem; border-radius: 4px; border: 1px solid var(--celadon); color: var(--celadon); font-size: .85rem; }
.method.post { border-color: var(--amber); color: var(--amber); }
.summary { font-weight: 600; margin: .25rem 0; }
code { overflow-wrap: anywhere; font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: .9em; }
pre code { overflow-wrap: normal; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
dt { margin-top: .5rem; } dd { margin: 0 0 .5rem 1rem; } dd p { margin: .2rem 0; }
summary { cursor: pointer; }
@media print { body { background: #fff; } section { break-inside: avoid; } }
`.trim();
