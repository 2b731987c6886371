"""On a cluster one asks as one asks of a frame."""

from __future__ import annotations

import inspect

from slarules import frames, spark
from slarules.spark import folding, log, session, whole
from slarules.terms import Word


class TestAssessLog:
    """The same question has the same arguments, with the same defaults."""

    def test_it_is_that_of_the_frames_and_the_order(self) -> None:
        here = dict(inspect.signature(spark.assess_log).parameters)
        there = dict(inspect.signature(frames.assess_log).parameters)
        assert here.pop("order").default is inspect.Parameter.empty
        assert str(here.pop("agreement").kind) == str(there.pop("rules").kind)
        assert list(here) == list(there)
        assert [one.default for one in here.values()] == [one.default for one in there.values()]

    def test_what_is_public(self) -> None:
        offered = {
            name
            for name in vars(spark)
            if getattr(vars(spark)[name], "__module__", "").startswith("slarules.spark.")
        }
        assert offered == {"SparkLog", "assess_log", "local_session", "require_java"}

    def test_no_closed_set_is_defined_here(self) -> None:
        """Tests without Spark hold every set to its words, and do not come here."""
        modules = (folding, log, session, whole)
        seen = [one for module in modules for one in vars(module).values()]
        own = [one for one in seen if getattr(one, "__module__", "").startswith("slarules.spark.")]
        assert not [one for one in own if isinstance(one, type) and issubclass(one, Word)]
