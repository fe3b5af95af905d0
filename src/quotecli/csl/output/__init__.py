"""From rendered nodes to text: flattening, punctuation, quotation marks, output formats."""
