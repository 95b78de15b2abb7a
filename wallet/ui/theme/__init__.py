"""How the window looks, as data: colour tokens, type and space scale, and the palette and style sheet made from them."""
