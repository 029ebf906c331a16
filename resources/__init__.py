"""What the program carries along: words, sentences, fonts, taxonomy, demo scenes."""
