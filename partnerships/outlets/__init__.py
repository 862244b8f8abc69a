"""What leaves the pages: lists as feeds, calendars, tables and data, for those who follow, compute or quote."""
