"""Language analysed: paragraphs in, tokens, syntax and named entities out."""
