/** The style of the report file: light and dark, wide and narrow, screen and paper. */

export const STYLE = `
:root {
	color-scheme: light dark;
	--page: #f4f6f8; --surface: #ffffff; --ink: #1c2530; --muted: #55606e; --grid: #d9dee5;
	--accent: #1f5fa8; --down: #a83c16; --up: #14704f;
}
@media screen and (prefers-color-scheme: dark) {
	:root {
		--page: #10151b; --surface: #19212a; --ink: #e9eef4; --muted: #a9b4c0; --grid: #36414d;
		--accent: #78b4f5; --down: #f29470; --up: #62cba2;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0; background: var(--page); color: var(--ink);
	font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
header, main { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 40px; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 0 0 12px; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 0 0 4px; font-size: 1.0625rem; line-height: 1.3; }
p { margin: 0 0 8px; }
header p { margin: 6px 0 0; color: var(--muted); }
section { margin: 32px 0; }
.summary { margin: 0; padding: 0; list-style: none; font-size: 1.125rem; max-width: 62em; }
.summary li { margin: 0 0 8px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 16px; margin: 24px 0 0; }
.tiles div { background: var(--surface); border: 1px solid var(--grid); border-radius: 8px; padding: 14px 16px; }
.tiles dt { color: var(--muted); font-size: 0.875rem; }
.tiles dd { margin: 0; }
.tiles .now { font-size: 1.75rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles .last { color: var(--muted); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.panel { background: var(--surface); border: 1px solid var(--grid); border-radius: 8px; padding: 20px; }
.panel + .panel { margin-top: 20px; }
.charts { columns: 2; column-gap: 20px; }
figure { margin: 0; min-width: 0; }
.charts figure { break-inside: avoid; margin-bottom: 20px; }
figure.wide { column-span: all; }
figure.wide svg { max-width: 640px; }
figure p { color: var(--muted); font-size: 0.875rem; margin: 0 0 12px; }
svg { display: block; width: 100%; max-width: 560px; height: auto; margin: 0 auto; }
details { margin-top: 14px; }
summary { cursor: pointer; color: var(--muted); font-size: 0.875rem; padding: 4px 0; }
summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 0 0 6px; }
th, td { padding: 5px 12px 5px 0; text-align: right; vertical-align: top; border-bottom: 1px solid var(--grid); }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 600; }
thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; }
th:first-child, td.text, th.text { text-align: left; }
tbody th { font-weight: 400; min-width: 6em; }
td:not(.text), th.day { white-space: nowrap; }
td.text { min-width: 11em; padding-left: 12px; }
th.text:not(:first-child) { padding-left: 12px; }
.figures tbody th { font-weight: 600; }
ul.notes { margin: 0; padding-left: 1.2em; max-width: 75em; }
ul.notes li { margin: 0 0 6px; overflow-wrap: anywhere; }
dl.methods { margin: 0; display: grid; grid-template-columns: minmax(11em, 1fr) 4fr; gap: 8px 24px; font-size: 0.9375rem; }
dl.methods dt { font-weight: 600; }
dl.methods dd { margin: 0; max-width: 75em; }
.narrow table { max-width: 34em; }
@media (max-width: 860px) {
	header, main { padding: 0 14px; }
	header { padding-top: 24px; }
	h1 { font-size: 1.5rem; }
	section { margin: 24px 0; }
	.charts { columns: 1; }
	.charts figure { margin-bottom: 14px; }
	.panel { padding: 14px; }
	.tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; }
	.tiles .now { font-size: 1.375rem; }
	dl.methods { grid-template-columns: minmax(0, 1fr); gap: 2px; }
	dl.methods dd { margin-bottom: 10px; }
}
@media print {
	@page { margin: 14mm; }
	:root { --page: #ffffff; }
	body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	header, main { max-width: none; padding: 0; }
	section { margin: 7mm 0; }
	.tiles { grid-template-columns: repeat(4, 1fr); margin-top: 5mm; gap: 3mm; }
	.tiles .now { font-size: 1.375rem; }
	.panel { border: 0; padding: 0; }
	.charts { columns: auto; }
	.charts figure { break-inside: auto; margin: 0 0 9mm; }
	svg { max-width: 125mm; max-height: 190mm; }
	figure.wide svg { max-width: 150mm; }
	h2, h3, figure p, caption { break-after: avoid; }
	svg, tr, figure p, .short, .tiles, .methods dt, .methods dd { break-inside: avoid; }
	thead { display: table-header-group; }
	.scroll { overflow: visible; }
	table { font-size: 8.5pt; }
	th, td, tbody th, td.text { padding: 1mm 2.5mm 1mm 0; min-width: 0; overflow-wrap: anywhere; }
	td:not(.text) { white-space: normal; overflow-wrap: normal; }
	dl.methods { display: block; }
	dl.methods dt { break-after: avoid; }
	dl.methods dd { margin-bottom: 2mm; }
	summary { display: none; }
	details::details-content { content-visibility: visible; block-size: auto; }
}
`;
