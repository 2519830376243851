"""Output of bench/serve as a Markdown table."""
