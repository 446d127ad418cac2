"""The explorer as a web server: Home.py with its browser code sent compressed.

`make run` starts it through `streamlit run deploy/server.py`. `streamlit run Home.py` serves the same
pages with the first visit costing about three times the bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

ROOT = Path(__file__).resolve().parents[1]
# Streamlit imports this file as a script from its own folder, where `deploy` itself is not found.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from deploy.compression import CompressedAssets  # noqa: E402

app = st.App(ROOT / "Home.py", middleware=[Middleware(CompressedAssets)])
