"""From a round to its finished folder: report, web page, data, feedback, and what tells of them."""
