"""Trainings."""

from partnerships import models

from .kind import Kind, Task
from .moments import ENDS
from .order_on_one_day import OnOneDay

TRAINING = Kind(
    model=models.Training,
    task=Task.COOPERATION,
    moments=ENDS,
    rank=OnOneDay.ACTIVITY,
    needs_date=("period",),
    same_if=("period",),
    concerns={
        "partner": ("partners",),
        "area": ("areas",),
        "place": ("place",),
        "person": ("people",),
    },
    stands_on=("partners", "areas", "place", "people"),
    content=("partners.state", "areas", "place", "people"),
)
