"""How the annotated page looks: on a screen light or dark, on a telephone, on paper."""
# ruff: noqa: E501 - the words of a row, and the rules of a style, stay on their line

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#595959;--line:#d0d0d0;
--side:#f6f6f3;--new:#d8f0d8;--newink:#0b4d14;--gone:#fbdcdc;--goneink:#8a1010;--moved:#dfe8fb;
--movedink:#153a80;--warn:#fff3cf;--warnink:#5c4300;--link:#0a4a9e}
@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e8e6e1;--soft:#adaba6;--line:#44464a;
--side:#202225;--new:#173d1c;--newink:#a9e6b0;--gone:#4d1a1a;--goneink:#ffb9b9;--moved:#1a2f57;
--movedink:#b9d0ff;--warn:#453708;--warnink:#ffe4a0;--link:#8fbcff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:1.5rem 1.25rem 3rem;background:var(--paper);
color:var(--ink);font:1rem/1.55 Georgia,"PT Serif","DejaVu Serif",serif;overflow-wrap:break-word}
h1,h2,h3,h4,.badge,summary,.label,th,.where,.legend,nav,footer,.copy,.skip{
font-family:system-ui,"Segoe UI","PT Sans","DejaVu Sans",sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.25rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h2+article{border-top:0;padding-top:0}
h4{font-size:.9rem;margin:.9rem 0 .2rem;color:var(--soft)}
h3{font-size:1rem;margin:0 0 .35rem;display:flex;flex-wrap:wrap;gap:.5rem;align-items:baseline}
nav h2{margin-top:1.5rem}
p{margin:.4rem 0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.25rem .5rem}
.copy,.where,footer,.legend{color:var(--soft);font-size:.9rem}
.verdict{font-size:1.1rem;padding:.6rem .9rem;border-left:.35rem solid;margin:1rem 0}
.verdict.fine{background:var(--new);color:var(--newink)}
.verdict.differs{background:var(--warn);color:var(--warnink)}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
.badge{font-size:.8rem;font-weight:600;padding:.05rem .5rem;border:1px solid var(--line);
border-radius:1rem;color:var(--soft);white-space:nowrap}
.badge.changed{background:var(--warn);color:var(--warnink);border-color:currentColor}
.badge.missing{background:var(--gone);color:var(--goneink);border-color:currentColor}
.badge.new{background:var(--new);color:var(--newink);border-color:currentColor}
.badge.moved{background:var(--moved);color:var(--movedink);border-color:currentColor}
article{border-top:1px solid var(--line);padding:.9rem 0}
article.differs{border-left:.3rem solid var(--warnink);padding-left:.9rem}
.beside{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem}
.touched{columns:2 22rem;column-gap:2rem;font-size:.9rem;border-top:1px solid var(--line);padding-top:.3rem}
.touched ul{margin:.25rem 0 .5rem;padding-left:1.1rem}.touched details{break-inside:avoid}.touched li{break-inside:avoid;margin:.15rem 0}
.number{display:inline-block;background:var(--warn);color:var(--warnink);padding:.15rem .6rem;margin:.1rem 0 .5rem}
blockquote{margin:0;white-space:pre-line}
.basis{background:var(--side);padding:.6rem .9rem;font-size:.9rem;align-self:start}
.basis ul{margin:.25rem 0 .5rem;padding-left:1.1rem}
.basis li{margin:.15rem 0}
.label,summary{font-weight:600}
summary{cursor:pointer;padding:.15rem 0}
code{font:.85em ui-monospace,Consolas,"DejaVu Sans Mono",monospace;color:var(--soft)}
ins{background:var(--new);color:var(--newink);text-decoration:underline;text-decoration-thickness:2px}
del{background:var(--gone);color:var(--goneink);text-decoration:line-through}
mark{background:var(--moved);color:var(--movedink);text-decoration:underline dotted 2px}
.from{color:var(--movedink)}
.whole{white-space:nowrap}
ins,del,mark{padding:0 .15em;border-radius:.15em;-webkit-box-decoration-break:clone;
box-decoration-break:clone}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--line)}
thead th{background:var(--side)}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:3rem;border-top:1px solid var(--line)}
@media screen and (max-width:48rem){body{padding:1rem .9rem 2rem}.beside{grid-template-columns:minmax(0,1fr);gap:.6rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th[scope=row],td{display:block;border:0;padding:.1rem 0}
tr{border:1px solid var(--line);padding:.5rem .7rem;margin-bottom:.6rem}
td::before{content:attr(data-name) ": ";color:var(--soft)}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#888;--side:#fff;--new:#fff;
--newink:#000;--gone:#fff;--goneink:#000;--moved:#fff;--movedink:#000;--warn:#fff;--warnink:#000;--link:#000}
html{font-size:10pt}body{max-width:none;padding:0}.beside{grid-template-columns:minmax(0,1fr);gap:.4rem}
article.same details{display:none}.skip{display:none}
.basis{border:1px solid var(--line)}h2,h3,h4,summary{break-after:avoid}.basis li,h3,tr{break-inside:avoid}
a{text-decoration:none}ins{font-weight:bold}
article,.touched details{break-inside:auto}.touched{columns:1}.differs .tests{display:none}
article.differs details::details-content{content-visibility:visible;block-size:auto}}
"""
