"""From what is typed or piped to what it names: quotes, documents, speakers and outlets, citation formats."""
