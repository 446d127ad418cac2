"""Pictures of business processes: who does what, when, with which papers, and what changes."""
