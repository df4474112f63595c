"""Tables: a cell's unit, noun, date and place in the words around its row and column."""
