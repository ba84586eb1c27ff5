"""Benchmarks: speed against yardsticks that are measured in the same run, so that any machine will do."""
