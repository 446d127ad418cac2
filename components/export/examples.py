"""How the same address is read on the command line, in Python and in R."""

from __future__ import annotations

from typing import Literal

Tool = Literal["curl", "pandas", "r"]
_EXAMPLES: dict[Tool, str] = {
    "curl": 'curl --fail --output {name} "{url}"',
    "pandas": 'import pandas as pd\n\ntable = pd.read_csv("{url}", comment="#", encoding="utf-8-sig")',
    "r": 'table <- read.csv("{url}", comment.char = "#", fileEncoding = "UTF-8-BOM")',
}
HIGHLIGHTED: dict[Tool, str] = {"curl": "bash", "pandas": "python", "r": "r"}


def example(tool: Tool, url: str, name: str) -> str:
    """The lines that fetch `url`; `name` is the file that curl writes."""
    return _EXAMPLES[tool].format(url=url, name=name)
