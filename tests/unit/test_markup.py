"""Text from data shows exactly its characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.markup import plain


def test_no_sign_of_a_name_is_read_as_markup():
    assert plain("[x](https://a.b)") == r"\[x\]\(https\://a\.b\)"
    assert plain("**bold** :red[x] $y$ <b>") == r"\*\*bold\*\* \:red\[x\] \$y\$ \<b\>"
    assert plain("2019-Q4 – Mercado Libre 4,2 %") == r"2019\-Q4 – Mercado Libre 4,2 %"


@given(st.text())
def test_only_escapes_are_added(said: str):
    written = plain(said)
    assert written.replace("\\", "") == said.replace("\\", "")
    assert len(written) >= len(said)
