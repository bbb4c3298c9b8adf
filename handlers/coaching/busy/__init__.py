"""When people have something else on."""
