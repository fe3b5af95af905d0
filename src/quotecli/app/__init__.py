"""See docs/explanation/design.md for this room's one duty."""
