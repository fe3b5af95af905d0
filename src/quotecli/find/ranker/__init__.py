"""Who said it: candidates and their features for each piece, decided in the order of the text."""
