"""What the register costs as it grows: synthetic records, and what pages take with them."""
