"""The types every room speaks. Imports nothing of ours beyond this room and no third party."""
