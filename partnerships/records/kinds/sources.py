"""Sources."""

from partnerships import models

from .kind import Kind

SOURCE = Kind(model=models.Source)
