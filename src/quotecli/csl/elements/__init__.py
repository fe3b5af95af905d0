"""The rendering elements of CSL, compiled from the style's XML: each renders into a list of nodes."""
