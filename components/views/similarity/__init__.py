"""The page of regulatory similarity: how alike rules are, and which reforms would bring them closer."""
