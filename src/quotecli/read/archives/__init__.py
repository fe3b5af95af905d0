"""Files that hold other files: packed files, zip archives, web archives. Members are read by name, never extracted."""
