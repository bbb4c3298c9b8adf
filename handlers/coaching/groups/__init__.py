"""Group coaching: joined, waited for, and who knows of whom."""
