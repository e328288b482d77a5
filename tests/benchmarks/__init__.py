"""Speed as ratios: what the program takes against a floor or a peer, within one run on one machine."""
