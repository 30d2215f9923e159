"""The address of a SPARQL endpoint in, a dataset that asks it out: the same rows as a store on this disk gives."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from graph_builder.errors import BadData, Busy, MissingInput, UsageError
from graph_builder.store.dataset import Dataset, Rows, _text
from graph_builder.store.guard import guard

PATIENCE: Final = 60.0
"""How many seconds an endpoint may be silent."""
LARGEST: Final = 200_000_000
_JSON: Final = "application/sparql-results+json"
_BUSY: Final = frozenset((429, 503))


@dataclass(frozen=True, slots=True)
class Remote(Dataset):
    """A dataset behind the SPARQL 1.1 Protocol; its store here is empty."""

    address: str = ""

    def __len__(self) -> int:
        """The number of triples that the endpoint has now."""
        rows = self.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
        return int(rows[0][0] or 0)

    def select(self, sparql: str) -> Rows:
        """The answer of a SELECT query, in the endpoint's order.

        Raises Refused as a store does, UsageError where the endpoint cannot read the query, Busy where it has no time for it, MissingInput
        where it does not answer, and BadData where the answer is none.
        """
        guard(sparql)
        body = self._ask(sparql)
        try:
            found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if not isinstance(found, ox.QuerySolutions):
                raise UsageError("only SELECT queries are answered here")
            columns = tuple(variable.value for variable in found.variables)
            terms = tuple(tuple(solution[column] for column in columns) for solution in found)
        except (SyntaxError, ValueError) as error:
            raise BadData(f"what the endpoint sent is no answer in SPARQL's JSON ({error})", file=self.address) from error
        return Rows(columns, tuple(tuple(map(_text, row)) for row in terms), terms)

    def _ask(self, sparql: str) -> bytes:
        form = urllib.parse.urlencode({"query": sparql}).encode()
        headers = {"Accept": _JSON, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(self.address, form, headers)  # noqa: S310 (http and https alone: `open_endpoint`)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 (the same)
                body: bytes = answer.read(LARGEST + 1)
        except urllib.error.HTTPError as error:
            raise self._refusal(error) from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise MissingInput(f"the endpoint does not answer ({reason}); is its address right, and is it running?", file=self.address) from error
        if len(body) > LARGEST:
            raise BadData(f"the answer has more than {LARGEST} bytes; ask for less", file=self.address)
        return body

    def _refusal(self, error: urllib.error.HTTPError) -> BadData | Busy | MissingInput | UsageError:
        said = _detail(error.read(10_000))
        if error.code in _BUSY:
            return Busy(f"the endpoint has no answer now: {said}", file=self.address)
        if error.code == 400:
            return UsageError(f"the endpoint cannot read the query: {said}")
        return MissingInput(f"the endpoint answers with status {error.code}: {said}", file=self.address)


def open_endpoint(address: str) -> Remote:
    """The dataset behind an endpoint; nothing is asked yet.

    Raises UsageError where the address is not one of http or https.
    """
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{address!r} is no address of an endpoint: give one that begins with http:// or https://")
    return Remote(ox.Store(), {}, address)


def _detail(body: bytes) -> str:
    """What an endpoint says of a refusal: the detail of a problem by RFC 9457, else the beginning of its words."""
    text = body.decode("utf-8", "replace")
    try:
        content: Any = json.loads(text)
        return str(content["detail"])
    except (ValueError, KeyError, TypeError):
        return " ".join(text.split())[:200] or "it does not say why"
