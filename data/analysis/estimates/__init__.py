"""Experimental traffic estimates: evidence, level, time, origin, sex and age, validation."""
