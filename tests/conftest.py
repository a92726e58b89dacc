"""What holds for every test: properties are tried on the same examples each time, however slow the machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")
