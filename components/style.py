"""The few rules of style that the theme cannot say; they name only our own keys."""

STYLE = """
<style>
.st-key-page { max-width: 1280px; margin-inline: auto; }
.st-key-top { justify-content: space-between; }
.st-key-page dl.figures {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem;
  margin: 0; padding: 0;
}
.figures > div {
  margin: 0; padding: .7rem .9rem; border-radius: .25rem;
  border: 1px solid color-mix(in srgb, currentColor 18%, transparent);
}
.figures dt { font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.6rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
.figures dd.below { font-size: .8rem; font-weight: 400; opacity: .8; padding-top: .25rem; }
/* Cards have their own downloads, with title, source and licence inside. */
[class*="st-key-card-"] .stElementToolbar { display: none; }
[class*="st-key-result-"] button p { font-weight: 600; font-size: 1.05rem; text-align: start; }
.result p { margin: 0 0 .35rem; overflow-wrap: anywhere; }
.result p:not(.facts) { max-width: 75ch; }
.result .facts, .result .quoted, .found { font-size: .875rem; opacity: .85; }
.result .doubtful, .result .trusted { border-radius: .25rem; padding: 0 .4rem; white-space: nowrap; }
.result .trusted { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
.result .doubtful { border: 1px dashed currentColor; }
.result mark {
  color: inherit; font-weight: 600; border-radius: .15rem;
  background: color-mix(in srgb, currentColor 16%, transparent);
}
@media (min-width: 641px) {
  .st-key-filters-phone { display: none; }
}
.laws { width: 100%; border-collapse: collapse; font-size: .9rem; table-layout: fixed; }
.laws th, .laws td {
  text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent);
}
.laws tr > :nth-child(1) { width: 14%; } .laws tr > :nth-child(2) { width: 30%; }
.laws tr > :nth-child(4) { width: 19%; }
.laws .facts, .compared .facts { display: block; font-size: .8rem; opacity: .85; font-weight: 400; }
.laws .doubtful, .laws .trusted, .classes .doubtful,
.compared .doubtful, .compared .trusted, .compared .state {
  border-radius: .25rem; padding: 0 .4rem; font-size: .8rem;
  border: 1px solid color-mix(in srgb, currentColor 30%, transparent);
}
.laws .doubtful, .classes .doubtful, .compared .doubtful { border: 1px dashed currentColor; }
.laws a, .compared a { font-size: .8rem; overflow-wrap: anywhere; color: inherit; }
.st-key-page dl.classes { margin: 0; padding: 0; }
.classes dt { font-weight: 600; padding-top: .5rem; }
.classes dd { margin: 0; line-height: 1.7; }
.compared { padding: .6rem 0; border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
.compared h5 { margin: 0 0 .35rem; padding: 0; font-size: 1rem; }
.compared .state { font-weight: 400; } .compared .open { border-style: dashed; }
.compared .different { background: color-mix(in srgb, currentColor 12%, transparent); }
.compared .sides { display: grid; gap: .75rem 1.5rem; font-size: .9rem; overflow-wrap: anywhere; }
.compared .of2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.compared .of3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.compared .of4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.compared .record { padding-top: .35rem; } .compared .record p { margin: .1rem 0; font-size: .9rem; }
@media (max-width: 640px) {
  .compared .sides { grid-template-columns: minmax(0, 1fr); }
  .laws, .laws tbody, .laws tr, .laws th, .laws td {
    display: block; width: auto !important; border: 0; padding: 0;
  }
  .laws thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .laws tr { padding: .6rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
  .st-key-filters-desk, [class*="st-key-register-desk-"] { display: none; }
  .figures dd { font-size: 1.3rem; }
}
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
</style>
"""
