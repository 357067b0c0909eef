"""THE WORDS: plain values and what they mean. No files, no network, no clock."""
