"""Speech that the layout of a text sets off: posts, letters, blocks, scripts, interviews, dialogue, series."""
