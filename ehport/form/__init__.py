"""The submission form, declared: kinds of answers, vocabularies, fields and records."""
