"""Small building blocks of the pages: labels, buttons, chips, tiles. None of them knows a use case."""
