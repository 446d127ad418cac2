"""Support for MSMEs: the register of measures, how countries compare, who fills a gap, who can use what."""
