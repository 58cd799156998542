"""The pages of all methods, wherever they live: what a finding's or a statement's method names."""

from temoin import outages

METHODS = (*outages.METHODS,)
