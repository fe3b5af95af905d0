"""What several rooms must see alike: the frozen types, and how texts, names, dates and languages are understood.

Imports nothing of ours beyond this room and no third party.
"""
