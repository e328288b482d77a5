"""Two to four items beside each other or over each other, and what a person says of them."""
