"""All that touches the screen: frame, state, texts, views, charts and exports."""
