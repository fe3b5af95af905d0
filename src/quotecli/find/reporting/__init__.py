"""What the words of the reporter around a quotation tell besides the speaker: when, through whom, without marks."""
