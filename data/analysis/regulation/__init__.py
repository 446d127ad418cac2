"""How rules of the members compare: answers, scores, similarity, and reforms that bring them closer."""
