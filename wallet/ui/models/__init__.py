"""The credential grid: a list model, the delegate that paints a card, and the view."""
