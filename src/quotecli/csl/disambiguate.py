"""Telling cites apart (CSL 1.0.2, "Disambiguation"): more names, given names, the condition, year suffixes.

Items whose cites read the same are taken together. Step by step one more name is shown or spelt out further; a step
that splits the group is kept, others are not. What can't be told apart gets the `disambiguate` condition, then a
year suffix. Every step renders each item of a group once, so the work grows with the number of items.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .context import NameConfig
from .name_registry import NameRegistry

if TYPE_CHECKING:
    from .engine import Engine

__all__ = ["disambiguate"]

_MAX_STEPS = 120


def disambiguate(engine: Engine) -> None:
    """Set `engine.names` and `engine.configs`."""
    area = engine.style.citation
    rule = area.attrs.get("givenname-disambiguation-rule", "by-cite") or "by-cite"
    givens = area.flag("disambiguate-add-givenname")
    options = _probe_options(engine)
    engine.names = NameRegistry(rule if givens else "", options, hyphens=engine.style.initialize_with_hyphen)
    engine.configs = {}
    if givens:
        for item_id in engine.order:
            for names in engine.items[item_id].names.values():
                engine.names.add(names)
    names = area.flag("disambiguate-add-names")
    suffixes = area.flag("disambiguate-add-year-suffix")
    if not (names or givens or suffixes or engine.style.has_disambiguate):
        return
    groups: dict[str, list[str]] = {}
    bare = NameConfig()
    for item_id in engine.order:
        text, _ = engine.cite_string(item_id, bare)
        groups.setdefault(text, []).append(item_id)
    worker = _Disambiguator(engine, names=names, givens=givens and rule == "by-cite", suffixes=suffixes)
    for group in groups.values():
        if len(group) > 1:
            worker.run(group)


def _probe_options(engine: Engine) -> str | None:
    return engine.style.initialize_with_anywhere


class _Disambiguator:
    def __init__(self, engine: Engine, *, names: bool, givens: bool, suffixes: bool) -> None:
        self.engine = engine
        self.names = names
        self.givens = givens
        self.suffixes = suffixes

    def run(self, group: list[str]) -> None:
        """Find a configuration for each item of a group that reads the same."""
        left = self._by_names(group) if self.names or self.givens else [(group, NameConfig())]
        if self.engine.style.has_disambiguate:
            left = [pair for ids, config in left for pair in self._by_condition(ids, config)]
        if self.suffixes:
            for ids, _ in left:
                self._by_suffix(ids)

    def _text(self, item_id: str, config: NameConfig) -> str:
        return self.engine.cite_string(item_id, config)[0]

    def _split(self, ids: list[str], config: NameConfig) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for item_id in ids:
            groups.setdefault(self._text(item_id, config), []).append(item_id)
        return groups

    # -- names -----------------------------------------------------------------------------------------------------

    def _by_names(self, group: list[str]) -> list[tuple[list[str], NameConfig]]:
        """Expand names; returns the groups that stay the same, with the expansion that brought them there."""
        unresolved: list[tuple[list[str], NameConfig]] = []
        queue = [(group, NameConfig())]
        while queue:
            ids, kept = queue.pop(0)
            split = self._first_split(ids, kept)
            if split is None:
                unresolved.append((ids, kept))
                for item_id in ids:
                    self.engine.configs[item_id] = kept.copy()
                continue
            parts, config = split
            for part in parts:
                if len(part) == 1:
                    self.engine.configs[part[0]] = config.copy()
                else:
                    queue.append((part, config))
        return unresolved

    def _first_split(self, ids: list[str], kept: NameConfig) -> tuple[list[list[str]], NameConfig] | None:
        """The first step of expansion that tells some of `ids` from others; keeps only that step."""
        for trial, keep in self._steps(ids, kept):
            parts = self._split(ids, trial)
            if len(parts) > 1:
                return list(parts.values()), keep
        return None

    def _steps(self, ids: list[str], kept: NameConfig) -> Iterator[tuple[NameConfig, NameConfig]]:
        """(configuration to try, configuration to keep if it helps): given names, then one more name, and on."""
        shapes = self._shapes(ids, kept)
        trial = kept.copy()
        count = 0
        for nameset, (total, shown) in enumerate(shapes):
            base = max(shown, kept.names[nameset] if nameset < len(kept.names) else 0)
            _grow(trial.names, nameset, base)
            index = 0
            while index < total:
                if index >= trial.names[nameset]:
                    if not self.names:
                        break
                    trial.names[nameset] = index + 1
                    yield trial.copy(), self._keep(kept, trial, nameset, -1)
                    count += 1
                if self.givens:
                    for level in (1, 2):
                        if level > self._max_level(ids, nameset, index):
                            break
                        _grow_given(trial.givens, nameset, index, level)
                        yield trial.copy(), self._keep(kept, trial, nameset, index)
                        count += 1
                index += 1
                if count > _MAX_STEPS:
                    return

    def _keep(self, kept: NameConfig, trial: NameConfig, nameset: int, index: int) -> NameConfig:
        """What was kept so far, the number of names now shown, and the one given name now expanded."""
        config = kept.copy()
        for position in range(nameset + 1):
            _grow(config.names, position, trial.names[position] if position == nameset else 0)
        config.names[nameset] = max(config.names[nameset], trial.names[nameset])
        if index >= 0:
            _grow_given(config.givens, nameset, index, trial.givens[nameset][index])
        return config

    def _shapes(self, ids: list[str], config: NameConfig) -> list[tuple[int, int]]:
        """Per names element: how many names there are at most, and how many are shown."""
        shapes: list[tuple[int, int]] = []
        self._names: list[list[tuple[object, ...]]] = []
        for item_id in ids:
            _, ctx = self.engine.cite_string(item_id, config)
            for index, (_, total, shown) in enumerate(ctx.name_shapes):
                if index >= len(shapes):
                    shapes.append((total, shown))
                else:
                    shapes[index] = (max(shapes[index][0], total), min(shapes[index][1], shown))
        return shapes

    def _max_level(self, ids: list[str], nameset: int, index: int) -> int:
        """How far the name is worth expanding: as far as it differs from all other names of the document."""
        level = 0
        for item_id in ids:
            variables = self._variables(item_id)
            if nameset < len(variables):
                names = self.engine.items[item_id].names.get(variables[nameset], ())
                if index < len(names):
                    level = max(level, self.engine.names.needed(names[index]))
        return level

    def _variables(self, item_id: str) -> list[str]:
        _, ctx = self.engine.cite_string(item_id, NameConfig())
        return ["editor" if term == "editortranslator" else term for term, _, _ in ctx.name_shapes]

    # -- condition and suffix --------------------------------------------------------------------------------------

    def _by_condition(self, ids: list[str], config: NameConfig) -> list[tuple[list[str], NameConfig]]:
        trial = config.copy()
        trial.extra = True
        parts = self._split(ids, trial)
        if len(parts) == 1 and len(self._split(ids[:1], config).keys() & parts.keys()) == 1:
            return [(ids, config)]
        if len(parts) == 1 and self.suffixes:
            return [(ids, config)]
        left: list[tuple[list[str], NameConfig]] = []
        for part in parts.values():
            for item_id in part:
                self.engine.configs[item_id] = trial.copy()
            if len(part) > 1:
                left.append((part, trial))
        return left

    def _by_suffix(self, ids: list[str]) -> None:
        rank = {item_id: index for index, item_id in enumerate(self.engine.bibliography_order)}
        base = NameConfig()
        for index, item_id in enumerate(sorted(ids, key=rank.__getitem__)):
            config = self.engine.configs.get(item_id, base)
            kept = NameConfig(config.names, config.givens, config.extra, index)
            if not self._helps(ids, config):
                kept = NameConfig(extra=config.extra, year_suffix=index)
            self.engine.configs[item_id] = kept

    def _helps(self, ids: list[str], config: NameConfig) -> bool:
        """Whether the expansion has told these items from others, so that it must stay."""
        return bool(config.names or config.givens)


def _grow(values: list[int], index: int, value: int) -> None:
    while len(values) <= index:
        values.append(0)
    values[index] = max(values[index], value)


def _grow_given(givens: list[list[int]], nameset: int, index: int, level: int) -> None:
    while len(givens) <= nameset:
        givens.append([])
    _grow(givens[nameset], index, level)


