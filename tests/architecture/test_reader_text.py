"""No sentence for the reader is written in Python: what reaches the screen comes from the texts."""

from __future__ import annotations

import ast
import re

from tests.architecture.project import place, python_files, tree

# Calls whose first argument, or one of these keywords, the reader sees.
SHOWS = re.compile(
    r"title|(sub)?header|write|markdown|caption|text|html|latex|metric|toast|info|warning|error|success|badge"
    r"|((link|download|form_submit)_)?button|page_link|checkbox|toggle|radio|(multi)?select(box)?|(select_)?slider"
    r"|(number|text|date)_input|text_area|segmented_control|pills|popover|expander|dialog|spinner|status|progress"
    r"|[A-Z][A-Za-z]+Column|Page|set_page_config"
)
KEYWORDS = {"label", "help", "placeholder", "body", "title", "page_title", "caption", "description"}
# What is markup rather than a word: HTML tags and entities, Streamlit's directives and icons.
MARKUP = re.compile(r"<[^>]*>?|&\w+;|:material/\w+:|:[a-z-]+\[|:[a-z-]+:|[a-z-]+=\S*|[a-z-]+:\s*[^;]*;")
WORD = re.compile(r"[^\W\d_]{2,}")


def written(node: ast.expr) -> str:
    """The words that an expression itself writes; values put in come from elsewhere."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "" for p in node.values)
    if isinstance(node, ast.BinOp):
        return written(node.left) + written(node.right)
    if isinstance(node, ast.IfExp):
        return written(node.body) + " " + written(node.orelse)
    return ""


def _is_log(node: ast.expr) -> bool:
    """Whether a call goes to a logger, which only the operator reads."""
    return (
        isinstance(node, ast.Name)
        and node.id == "log"
        or isinstance(node, ast.Attribute)
        and node.attr == "log"
    )


def test_nothing_the_reader_sees_is_written_in_python():
    found = []
    for path in python_files("pages", "components"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if not SHOWS.fullmatch(node.func.attr) or _is_log(node.func.value):
                continue
            shown = [k.value for k in node.keywords if k.arg in KEYWORDS]
            if node.func.attr not in ("Page", "page_link", "set_page_config"):
                shown += node.args[:1]
            for argument in shown:
                words = MARKUP.sub(" ", written(argument))
                if WORD.search(words) and not re.fullmatch(r"\s*[a-z_]+(\.[\w]+)*\s*", words):
                    found.append(f"{place(path, argument.lineno)}: {words.strip()[:60]!r}")
    assert not found, f"move these to config/texts: {found}"
