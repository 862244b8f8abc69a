"""Pages about the register itself."""

from partnerships import models

from .kind import Kind

PAGE = Kind(model=models.Page, schema=("WebPage",), tells_facts=False)
