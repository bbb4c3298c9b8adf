"""What follows from what became of a booking: whom it is told, and what is planned."""
