"""What a page looks like to the eye: colours as painted, contrast as WCAG 2 defines it, focus as shown."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

Rgb = tuple[float, float, float]
# Text and background as painted: transparency of the element and of all around it mixed in.
PAINTED = """element => {
  const parse = css => {
    const numbers = css.match(/[\\d.]+/g).map(Number);
    if (css.startsWith("color(")) return [...numbers.slice(0, 3).map(n => n * 255), numbers[3] ?? 1];
    return [...numbers.slice(0, 3), numbers[3] ?? 1];
  };
  const over = (top, below, alpha) => below.map((part, i) => alpha * top[i] + (1 - alpha) * part);
  const chain = [];
  for (let at = element; at; at = at.parentElement) chain.unshift(at);
  let background = [255, 255, 255], text = parse(getComputedStyle(element).color), opacity = 1;
  for (const at of chain) {
    const style = getComputedStyle(at), fill = parse(style.backgroundColor);
    opacity *= Number(style.opacity);
    background = over(fill, background, fill[3] * opacity);
  }
  return [over(text, background, text[3] * opacity), background];
}"""
# What the eye has to tell where the focus is: rings around the element and those just around it.
RING = """element => {
  const rings = [];
  for (let at = element, up = 0; at && up < 5; at = at.parentElement, up++) {
    const s = getComputedStyle(at);
    rings.push([s.outlineStyle === "none" ? "" : s.outlineWidth + s.outlineColor, s.boxShadow, s.borderColor,
      s.backgroundColor].join());
  }
  return rings.join(";");
}"""


def painted(element: Locator) -> tuple[Rgb, Rgb]:
    """Colour of the text and of what is behind it, 0 to 255 each."""
    text, background = element.evaluate(PAINTED)
    return tuple(text), tuple(background)


def contrast(first: Rgb, second: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(css: str) -> Rgb:
    """A colour `rgb(r, g, b)` of a style as numbers."""
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", css)[:3])
    return red, green, blue


def focus_is_seen(page: Page) -> bool:
    """Whether what has the focus looks different from itself without it."""
    element = page.evaluate_handle("document.activeElement").as_element()
    assert element is not None
    focused = element.evaluate(RING)
    element.evaluate("element => element.blur()")
    page.wait_for_timeout(250)  # Streamlit fades its rings
    resting = element.evaluate(RING)
    element.focus()
    return bool(focused != resting)


def _luminance(color: Rgb) -> float:
    def linear(part: float) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
