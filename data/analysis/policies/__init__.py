"""Support measures for MSMEs: what countries have, lack and could learn from each other."""
