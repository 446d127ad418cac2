"""The few rules of style that the theme cannot say; they name only our own keys."""

STYLE = """
<style>
.st-key-page { max-width: 1280px; margin-inline: auto; }
.st-key-top { justify-content: space-between; }
[class*="st-key-metrics-"] { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
</style>
"""
