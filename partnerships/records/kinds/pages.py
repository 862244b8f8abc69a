"""Pages about the register itself."""

from partnerships import models

from .kind import Kind, Task

PAGE = Kind(model=models.Page, task=Task.REGISTER, schema=("WebPage",), tells_facts=False)
