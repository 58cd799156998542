"""The pages of all methods, wherever they live: what a finding's or a statement's method names."""

from temoin import claims, corroborate, outages

METHODS = (*outages.METHODS, *claims.METHODS, *claims.CHECKS, *corroborate.METHODS)
