"""In French as in the pages: 28 novembre 2026 à 19 h 45, 1er décembre 2026 (`S`: `partnerships.first_day`)."""

DATE_FORMAT = "jS F Y"
MONTH_DAY_FORMAT = "jS F"
TIME_FORMAT = "H \\h i"
DATETIME_FORMAT = "jS F Y à H \\h i"
SHORT_DATETIME_FORMAT = "d/m/Y à H \\h i"
