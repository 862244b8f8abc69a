"""The timeline: every dated thing of the register in one total order."""
