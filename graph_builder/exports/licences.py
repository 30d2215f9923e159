"""The address of a licence in, its name and its SPDX identifier out."""

from __future__ import annotations

from typing import Final

OGL: Final = "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
_KNOWN: Final = {
    "creativecommons.org/licenses/by/4.0": ("Creative Commons Attribution 4.0", "CC-BY-4.0", "cc-by"),
    "creativecommons.org/publicdomain/zero/1.0": ("Creative Commons Zero 1.0", "CC0-1.0", "cc-zero"),
    "opendatacommons.org/licenses/odbl/1-0": ("Open Database License 1.0", "ODbL-1.0", "odc-odbl"),
    "nationalarchives.gov.uk/doc/open-government-licence/version/3": ("Open Government Licence 3.0", "OGL-UK-3.0", "uk-ogl"),
}


def _known(address: str) -> tuple[str, str, str]:
    bare = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return _KNOWN.get(bare, ("", "", ""))


def name_of(address: str) -> str:
    """What a licence is called; its address where nobody here knows it."""
    return _known(address)[0] or address


def spdx(address: str) -> str:
    """The SPDX identifier (https://spdx.org/licenses/) of a licence; empty where it has none that is known here."""
    return _known(address)[1]


def ckan(address: str) -> str:
    """The id that CKAN's own list of licences has; empty where it has none that is known here."""
    return _known(address)[2]
