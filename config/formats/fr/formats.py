"""In French as in the pages: 28 novembre 2026 à 19 h 45."""

TIME_FORMAT = "H \\h i"
DATETIME_FORMAT = "j F Y à H \\h i"
SHORT_DATETIME_FORMAT = "d/m/Y à H \\h i"
