"""One thin script per page: filters, frames, cards. Streamlit runs them; nothing imports them."""
