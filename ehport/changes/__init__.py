"""The difference of two portfolios: what came, went, moved and changed from one round to another."""
