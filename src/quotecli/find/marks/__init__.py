"""Quotation marks read, paired and carried over paragraphs: stretches of text that may be quotations."""
