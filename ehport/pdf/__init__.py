"""HTML fragments → one accessible, archival PDF: parts, cache, tag tree, joining."""
