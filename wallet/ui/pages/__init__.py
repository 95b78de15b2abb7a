"""The pages of the window. Each gets what it may do in its constructor; none reaches for anything else."""
