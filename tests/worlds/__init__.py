"""Whole rounds invented at random, built in memory, and held against what they were invented from."""
