"""Who enters the back-office, and how surely: log-in, second factor, its ends, its traces in the log.

django-allauth does the work; here stands what is this site's: nobody signs up, a second factor may be
required, a log-in ends, and rights are granted only by somebody who has just shown who they are.
"""
