"""Templates and labels: the shipped ones, or a user's own copy with the shipped ones behind it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.errors import TemplateError, UsageError


@cache
def shipped() -> Path:
    """The folder of templates that came with the program: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def folders(own: Path | None) -> list[Path]:
    """Where templates are looked for, the user's `own` folder first; UsageError where it does not exist."""
    if own is not None and not own.is_dir():
        raise UsageError(f"{own}: no such folder of templates; copy the shipped one there")
    return [own, shipped()] if own else [shipped()]


def copy_shipped(to: Path, more: Mapping[str, bytes]) -> int:
    """Copies the shipped templates and the files `more` into the new folder `to`; how many. UsageError where it has files already."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise UsageError(f"{to}: is there already; name a new folder, nothing of yours is overwritten")
    files = {p.relative_to(shipped()).as_posix(): p.read_bytes() for p in sorted(shipped().rglob("*")) if p.is_file()}
    try:
        for name, data in {**files, **more}.items():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes(data)
    except OSError as e:
        raise UsageError(f"{to}: cannot be written ({e.strerror}); name another folder") from e
    return len(files) + len(more)


def template_file(name: str, own: Path | None) -> Path:
    """The file `name` in the first folder that has it."""
    for folder in folders(own):
        if (folder / name).is_file():
            return folder / name
    raise TemplateError(f"{name}: no such template in {shipped()}")


def reference_files(layout: str, own: Path | None) -> tuple[Path, Path]:
    """The reference document for `layout`, the user's own if there is one, and the shipped one.

    A user's `reference.docx` serves every layout for which there is no `reference-party.docx` or `reference-state.docx`.
    """
    name = "reference.docx" if layout == "plain" else f"reference-{layout}.docx"
    theirs = [own / n for n in (name, "reference.docx") if own and (own / n).is_file()]
    return (theirs or [shipped() / name])[0], shipped() / name


@cache
def labels(lang: str, own: Path | None) -> Mapping[str, Any]:
    """The words of a brief in `lang`, as trusted Markdown; TemplateError where the file does not read.

    A label that the user's own file lacks is taken from the shipped one.
    """
    name = f"labels.{lang}.toml"
    read = [folder / name for folder in reversed(folders(own)) if (folder / name).is_file()]
    if not read:
        raise TemplateError(f"{name}: no labels for this language")
    words: dict[str, Any] = {}
    for path in read:
        try:
            _update(words, tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
            raise TemplateError(f"{path}: not readable as TOML ({e})") from e
    return words


def _update(words: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _update(words.setdefault(key, {}), value)
        else:
            words[key] = Markup(value)


def environment(own: Path | None, escape: Callable[[str], str]) -> Environment:
    """A sandbox in which whatever a template prints is escaped, unless it is `Markup`: forgetting is impossible."""

    def finalize(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        if value is None:
            return Markup()
        return Markup(escape(str(value)))

    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders(own)]),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )


def fill(env: Environment, name: str, **values: object) -> str:
    """The template `name` with `values`; TemplateError, in one line with file and line, where it does not render."""
    try:
        return env.get_template(name).render(**values)
    except TemplateSyntaxError as e:
        raise TemplateError(f"{e.filename or name}, line {e.lineno}: {e.message}") from e
    except (JinjaError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError) as e:
        raise TemplateError(f"{_place_of(e, name)}: {' '.join(str(e).split())}") from e


def _place_of(error: BaseException, name: str) -> str:
    """The template, with the line, at which `error` was raised; one that includes or imports another is not the place."""
    trace, place = error.__traceback__, name
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".j2", ".md", ".html", ".yml")):
            place = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
