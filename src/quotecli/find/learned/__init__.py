"""The learned weights, and how they are added up; what they were learned from is `training/`."""
