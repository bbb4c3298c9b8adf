"""Coaching: who coaches, what they offer, who has which place, and when people have something else on."""
