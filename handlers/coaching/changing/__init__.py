"""What becomes of a booking: answered, moved, cancelled."""
