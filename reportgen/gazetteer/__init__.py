"""gazetteer: administrative units of Việt Nam through time, as data, and their lookup."""

from __future__ import annotations

from reportgen.gazetteer.lookup import REFORM, Gazetteer, Row, Tier, gazetteer

__all__ = ["REFORM", "Gazetteer", "Row", "Tier", "gazetteer"]
