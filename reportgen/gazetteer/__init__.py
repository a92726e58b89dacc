"""gazetteer: administrative units of Việt Nam through time, as data, and their lookup."""

from __future__ import annotations

from reportgen.gazetteer.lookup import COMMUNE_LEVELS, REFORM, Gazetteer, Row, Tier, gazetteer

__all__ = ["COMMUNE_LEVELS", "REFORM", "Gazetteer", "Row", "Tier", "gazetteer"]
