import { createHash } from 'node:crypto';

// The look of every page without script: a well-set programme note (design/screens.md, Feel). Everything stands on a
// 4-point grid, lines hold 68 characters at most, targets are 48 px high, and there is one accent. At most 10 KB in all.

/** Contrast on its ground, WCAG: ink 16.8, quiet 6.7, accent 7.0, fault 6.9; at night 15.2, 7.2, 8.8, 8.2. */
export const publicCss = `
:root{color-scheme:light dark;--paper:#fbf8f3;--raised:#fffdfa;--ink:#1b1714;--quiet:#5f5750;--line:#ddd5ca;--edge:#8f857a;
--accent:#1f5f5b;--fault:#a3281d;--good:#2c5f34;
--serif:"Iowan Old Style","Palatino Nova","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Charter,Georgia,serif;
--sans:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#171412;--raised:#1f1b18;--ink:#efe9e1;--quiet:#aba196;--line:#37312b;--edge:#857b70;
--accent:#7fc0b8;--fault:#f0968a;--good:#9ccca2}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
.skip{position:absolute;inset-inline-start:-999px}
.skip:focus{inset-inline-start:1rem;top:1rem;z-index:1;padding:.75rem 1rem;background:var(--paper);color:var(--ink)}
.demo{padding:.5rem 1.25rem;background:var(--line);font-size:.875rem;line-height:1.5;text-align:center}
.demo a{color:inherit}
.wide,main,.house,.colophon{width:100%;max-width:42rem;margin-inline:auto;padding-inline:1.25rem}
.house{padding-top:1.5rem;font-size:.9375rem;color:var(--quiet)}
.house a{color:inherit;text-decoration-color:transparent}
main{flex:1;padding-block:2.5rem 4rem}
.colophon{padding-block:1.25rem 2rem;color:var(--quiet);font-size:.875rem}
.colophon::before{content:"";display:block;width:3rem;border-top:1px solid var(--edge);margin-bottom:1.25rem}
h1,h2,h3{font-family:var(--serif);font-weight:500;line-height:1.2;text-wrap:balance;margin:2.5rem 0 .75rem}
h1{font-size:clamp(1.875rem,1.5rem + 1.9vw,2.75rem);letter-spacing:-.012em;line-height:1.12;margin:0 0 1.25rem}
h2{font-size:1.5rem}
h3{font-size:1.1875rem}
p,ul,ol,dl,blockquote{margin:0 0 1rem;max-width:68ch;text-wrap:pretty}
li{margin-bottom:.25rem}
blockquote{margin-inline-start:0;padding-inline-start:1.25rem;border-inline-start:2px solid var(--accent)}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
hr{border:0;border-top:1px solid var(--line);margin:2.5rem 0}
img{max-width:100%;height:auto}
code{font-size:.9375em}
small,.quiet{color:var(--quiet)}
small{font-size:.875rem}
.lead{font-size:1.1875rem;line-height:1.5}
.person{margin-bottom:1.25rem}
.person:has(img){display:grid;grid-template-columns:5rem minmax(0,1fr);gap:0 1.25rem}
.person img,.face{width:5rem;height:5rem;border-radius:50%;object-fit:cover}
.panel{margin-bottom:2rem}.panel .lead,.panel h3{margin-bottom:.25rem}.panel .eyebrow{margin-bottom:1.25rem}
.person p{margin-bottom:.5rem}
.eyebrow{font-size:.9375rem;color:var(--quiet);margin-bottom:.5rem}
.facts{display:grid;gap:.125rem 1.5rem;margin-block:1.5rem 2rem}
.facts dt{color:var(--quiet);font-size:.9375rem;padding-top:.125rem}
.facts dd{margin:0 0 .75rem}
@media (min-width:34rem){.facts{grid-template-columns:max-content 1fr}.facts dd{margin-bottom:.5rem}}
.list{list-style:none;padding:0}
.list>li{padding-block:1.25rem;border-top:1px solid var(--line);margin:0}
.list>li>:last-child{margin-bottom:0}
.list h2,.list h3{margin:0 0 .25rem;font-size:1.3125rem}
.list h2 a,.list h3 a{color:inherit;text-decoration-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
[tabindex="-1"]:focus{outline:2px solid var(--fault);outline-offset:0}
form{margin:1.5rem 0}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
legend{padding:0;font-weight:600;margin-bottom:.5rem}
.field{margin-bottom:1.25rem;max-width:30rem}
.field>label{display:block;font-weight:600;margin-bottom:.25rem}
.field>label small{font-weight:400}
.hint{display:block;color:var(--quiet);font-size:.9375rem;line-height:1.4;margin:-.125rem 0 .5rem}
.field>.fault{display:block;color:var(--fault);font-size:.9375rem;line-height:1.4;margin-top:.375rem}
.field>.fault::before{content:"\\2191\\a0"}
input,textarea,select,button{font:inherit;color:inherit}
input:not([type=checkbox],[type=radio],[type=hidden]),textarea,select{display:block;width:100%;min-height:3rem;padding:.625rem .75rem;
background:var(--raised);border:1px solid var(--edge);border-radius:4px}
textarea{line-height:1.5;resize:vertical}
input:focus,textarea:focus,select:focus{outline:2px solid var(--accent);outline-offset:0;border-color:var(--accent)}
[aria-invalid=true]{border-color:var(--fault)!important;border-width:2px!important}
.digits{max-width:11rem;font-size:1.5rem;letter-spacing:.2em}
.choice{display:flex;gap:.75rem;padding-block:.625rem;max-width:34rem;min-height:3rem;cursor:pointer}
.choice+.field{margin-top:.75rem}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:.0625rem 0 0;accent-color:var(--accent)}
.choice small{display:block;line-height:1.4}
.actions{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:center;margin-top:1.5rem}
p.actions{margin-bottom:2.5rem}
.actions form{margin:0}
.ways a{display:inline-block;padding-block:.6875rem}
.switches{list-style:none;padding:0}
.switches>li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;margin:0;padding-block:.5rem;border-top:1px solid var(--line)}
.switches>li>:first-child{flex:1 1 10rem}
.switches .quiet{display:block}
.switches form{margin:0}
.switches button{width:auto}
.switches strong{font-weight:600}
button,.button{display:inline-block;min-height:3rem;padding:.6875rem 1.5rem;border:1px solid var(--accent);border-radius:4px;background:var(--accent);
color:var(--paper);font-weight:600;line-height:1.5;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{box-shadow:inset 0 0 0 2px var(--paper)}
.second{background:transparent;color:var(--accent)}
.second:hover{box-shadow:inset 0 0 0 1px var(--accent)}
.plain{padding-inline:0;border-color:transparent;background:transparent;color:var(--accent);font-weight:400;text-decoration:underline;
text-decoration-thickness:1px;text-underline-offset:.18em}
.plain:hover{box-shadow:none;text-decoration-thickness:2px}
.notice{margin:0 0 2rem;padding:1rem 1.25rem;border-inline-start:4px solid var(--accent);background:var(--raised);max-width:68ch}
.notice>:last-child{margin-bottom:0}
.notice h2,.notice h3{margin:0 0 .25rem;font:600 1.0625rem/1.5 var(--sans)}
.notice.warn{border-color:var(--fault)}
.notice.good{border-color:var(--good)}
.notice.warn ul{padding-inline-start:1.25rem}
details{margin:1.5rem 0;border-block:1px solid var(--line)}
summary{min-height:3rem;padding-block:.6875rem;cursor:pointer;font-weight:600}
details[open]{padding-bottom:.75rem}
details+details{margin-top:-1.5rem;border-top:0}
.asked dt{color:var(--quiet);font-size:.9375rem}
.asked dd{margin:0 0 .75rem}
.quietly{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}
.quietly form{margin:0}
details+.quietly{border-top:0;margin-top:0;padding-top:0}
.quietly button,.quiet-acts button{display:block;text-align:start;color:var(--quiet);font-size:.9375rem}
.marks{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;margin:1rem 0 0}
.marks button{width:auto;padding-inline:.75rem;font-size:1rem}
.marks .plain{padding-inline:0;margin-inline-end:1rem}
.list>li>form{margin:0}
.list details{border:0;margin:.5rem 0 0}
.list summary{font-weight:400;color:var(--quiet)}
.list .notice{margin-block:1rem}
.people h2{margin-bottom:.25rem}
.people table{font-size:1rem;margin-top:1rem}
.people th,.people td{vertical-align:middle;padding-block:0}
.people thead th{font-size:.875rem;line-height:1.25;padding-block:.5rem}
.people tbody th{color:inherit;font-weight:400}
.people label{display:block;padding-block:.75rem;min-height:3rem;cursor:pointer}
.people small{display:block;line-height:1.4}
.people td{padding:0;width:4.5rem}
.people td label{padding:.75rem}
.people input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--accent)}
table{border-collapse:collapse;width:100%;margin-bottom:1.5rem;font-size:.9375rem}
th,td{text-align:start;vertical-align:top;padding-block:.625rem;padding-inline:0 1rem;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--quiet)}
.roomy main,.roomy .house,.roomy .colophon{max-width:64rem}
@media (max-width:30rem){button,.button,.notice .actions form{width:100%}.plain{width:auto}}
@media (prefers-reduced-motion:no-preference){button,.button{transition:box-shadow .12s}}
@media print{:root{--paper:#fff;--raised:#fff;--ink:#000;--quiet:#333;--accent:#000}
.demo,.skip,form,button,.button,.colophon{display:none}body{font-size:11pt}main{padding:0}
main a[href^=http]:not([rel])::after{content:" (" attr(href) ")";font-size:9pt}h1,h2,h3{break-after:avoid}}
`
  .replaceAll('\n', '')
  .trim();

/** The style sheet's address changes with its content, so a browser may keep it for ever. */
export const publicCssPath = `/public.css?v=${createHash('sha256').update(publicCss).digest('hex').slice(0, 12)}`;
