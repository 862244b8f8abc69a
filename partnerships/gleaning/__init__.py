"""From a document to records: what the register knows, found in a text, and the drafts that the text proposes.

Nothing is guessed that the text does not say: each proposal keeps the passage it rests on, and each becomes a
draft only when somebody accepts it.
"""
