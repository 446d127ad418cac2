"""The page that the explorer is compared with: a row of buttons and a line that changes with it."""

import streamlit as st

choice = st.segmented_control("Next", ["one", "two", "three"], default="one", key="next", required=True)
st.write(f"You chose {choice}.")
