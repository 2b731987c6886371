"""Examples aimed each at one refusal, or one way through a reader, with what is to come of them."""
