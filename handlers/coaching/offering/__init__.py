"""What coaches offer, and how they are booked."""
