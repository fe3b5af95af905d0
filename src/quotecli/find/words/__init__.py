"""Word tables and closed classes of words, and what capitals tell: knows nothing of marks or mentions."""
