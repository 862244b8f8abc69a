"""The forms of the back-office: fields, parts, keys, and what two people type at once."""
