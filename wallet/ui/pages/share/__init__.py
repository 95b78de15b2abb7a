"""The share sheet: who and why, what they see, how to send, done."""
