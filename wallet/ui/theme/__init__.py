"""How the window looks, as data: colour tokens, sizes, and the palette and style sheet made from them."""
