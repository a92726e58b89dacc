"""The set-up files: dependencies locked whole and without addresses, every target of the Makefile explained."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from shutil import which

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
DESCRIBED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = {"requirements.lock": ("build",), "requirements-dev.lock": ("build", "dev")}
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def lock(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    """The version of each package in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock(name), re.M))


@pytest.mark.parametrize("name", EXTRAS)
def test_every_locked_package_has_hashes(name: str) -> None:
    packages = re.split(r"\n(?=[a-z])", lock(name).strip())
    assert len(packages) >= len(locked(name)) > 0
    for package in packages:
        if not package.startswith("#"):
            assert re.match(r"[a-z0-9-]+==\S+( ; .*)? \\\n", package), package.splitlines()[0]
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", package), package.splitlines()[0]


@pytest.mark.parametrize("name", EXTRAS)
def test_the_lock_satisfies_what_the_project_asks_for(name: str) -> None:
    project, versions = DESCRIBED["project"], locked(name)
    asked = [*project["dependencies"], *DESCRIBED["build-system"]["requires"]]
    asked += [line for extra in EXTRAS[name] for line in project["optional-dependencies"][extra]]
    for requirement in map(Requirement, asked):
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not locked; run make lock"
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked; run make lock"


def test_both_locks_agree() -> None:
    dev = locked("requirements-dev.lock")
    assert {package: dev.get(package) for package in locked("requirements.lock")} == locked("requirements.lock")


@pytest.mark.parametrize("name", [*EXTRAS, "Makefile", "pyproject.toml", ".ci/run", ".ci/setup"])
def test_no_address_and_no_place_of_one_machine(name: str) -> None:
    text = lock(name)
    assert not re.search(r"\w://|--(?:extra-)?index-url|--find-links|--trusted-host", text)
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|opt)/", text)


def test_every_target_is_explained() -> None:
    phony = set(re.search(r"^\.PHONY: (.*)", MAKEFILE, re.M)[1].split())  # type: ignore[index]
    targets = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.M))
    assert targets == phony
    explained = set(re.findall(r"^([a-z][a-z-]*):.*## \w", MAKEFILE, re.M))
    assert explained == targets


@pytest.mark.skipif(not which("make"), reason="make is not here")
def test_make_alone_says_what_there_is() -> None:
    said = subprocess.run(
        ["make", "--no-print-directory"], cwd=PROJECT, check=True, capture_output=True, text=True
    ).stdout
    assert {"briefs", "test", "score", "lint"} <= set(re.findall(r"^make ([a-z-]+)", said, re.M))
