"""Text as pages print it: lines into paragraphs, without what only the page needed."""
