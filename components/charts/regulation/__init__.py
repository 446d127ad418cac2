"""Charts of rules: the matrix of answers, scores, thresholds."""
