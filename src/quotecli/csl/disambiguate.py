"""Telling cites apart (CSL 1.0.2, "Disambiguation"): more names, given names, the condition, year suffixes.

Items whose cites read the same are taken together. Step by step one more name is shown or spelt out further; a step
that splits the group is kept, others are not. What can't be told apart gets the `disambiguate` condition, then a
year suffix. Every step renders each item of a group once, so the work grows with the number of items.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .context import NameConfig
from .datamodel import Name
from .name_registry import NameRegistry

if TYPE_CHECKING:
    from .engine import Engine

__all__ = ["disambiguate"]

#: Steps tried on one group; a list of a hundred names needs not be shown whole.
_MAX_STEPS = 120

Shapes = list[tuple[tuple[Name, ...], int]]


def disambiguate(engine: Engine) -> None:
    """Set `engine.names` and `engine.configs`."""
    area = engine.style.citation
    givens, names = area.flag("disambiguate-add-givenname"), area.flag("disambiguate-add-names")
    suffixes = area.flag("disambiguate-add-year-suffix")
    rule = area.attrs.get("givenname-disambiguation-rule") or "by-cite"
    hyphens, with_ = engine.style.initialize_with_hyphen, engine.style.initialize_with_anywhere
    engine.configs = {}
    engine.names = NameRegistry("", with_, hyphens=hyphens)
    if not (names or givens or suffixes or engine.style.has_disambiguate):
        return
    texts: dict[str, str] = {}
    shapes: dict[str, Shapes] = {}
    registry = NameRegistry(rule if givens else "", with_, hyphens=hyphens)
    bare = NameConfig()
    for item_id in engine.order:
        texts[item_id], ctx = engine.cite_string(item_id, bare)
        shapes[item_id] = ctx.name_shapes
        for listed, _ in ctx.name_shapes:
            registry.add(listed[:1] if rule.startswith("primary-name") else listed)
    engine.names = registry
    groups: dict[str, list[str]] = {}
    for item_id in engine.order:
        # a rule for the whole document may already have told them apart
        text = texts[item_id] if rule == "by-cite" or not givens else engine.cite_string(item_id, bare)[0]
        groups.setdefault(text, []).append(item_id)
    worker = _Disambiguator(engine, shapes, names=names, givens=givens and rule == "by-cite", suffixes=suffixes)
    for group in groups.values():
        if len(group) > 1:
            worker.run(group)


class _Disambiguator:
    def __init__(self, engine: Engine, shapes: dict[str, Shapes], *, names: bool, givens: bool, suffixes: bool) -> None:
        self.engine = engine
        self.shapes = shapes
        self.names = names
        self.givens = givens
        self.suffixes = suffixes
        self.rank = {item_id: index for index, item_id in enumerate(engine.bibliography_order)}

    def run(self, group: list[str]) -> None:
        """Find a configuration for each item of a group that reads the same."""
        left = self._by_names(group) if self.names or self.givens else [(group, NameConfig())]
        if self.engine.style.has_disambiguate:
            left = [pair for ids, config in left for pair in self._by_condition(ids, config)]
        if self.suffixes:
            for ids, _ in left:
                self._by_suffix(ids)

    def _split(self, ids: list[str], config: NameConfig) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for item_id in ids:
            groups.setdefault(self.engine.cite_string(item_id, config)[0], []).append(item_id)
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
        trial = kept.copy()
        count = 0
        for nameset in range(max(len(self.shapes[item_id]) for item_id in ids)):
            lists = [self.shapes[item_id][nameset] for item_id in ids if nameset < len(self.shapes[item_id])]
            total = max(len(listed) for listed, _ in lists)
            _grow(trial.names, nameset, max(min(shown for _, shown in lists), _at(kept.names, nameset)))
            for index in range(total):
                if index >= trial.names[nameset]:
                    if not self.names:
                        break
                    trial.names[nameset] = index + 1
                    yield trial.copy(), _kept(kept, trial, nameset, -1)
                    count += 1
                for level in range(1, self._max_level(lists, index) + 1):
                    _grow_given(trial.givens, nameset, index, level)
                    yield trial.copy(), _kept(kept, trial, nameset, index)
                    count += 1
                if count > _MAX_STEPS:
                    return

    def _max_level(self, lists: Shapes, index: int) -> int:
        """How far the name is worth expanding: as far as it differs from all other names of the document."""
        if not self.givens:
            return 0
        return max((self.engine.names.needed(listed[index]) for listed, _ in lists if index < len(listed)), default=0)

    # -- condition and suffix --------------------------------------------------------------------------------------

    def _by_condition(self, ids: list[str], config: NameConfig) -> list[tuple[list[str], NameConfig]]:
        """Let one `disambiguate` condition after the other hold, as long as it tells items apart."""
        _, ctx = self.engine.cite_string(ids[0], config)
        before = self.engine.cite_string(ids[0], config)[0]
        for count in range(1, ctx.extra_tests + 1):
            trial = config.copy()
            trial.extra = count
            parts = self._split(ids, trial)
            if len(parts) > 1 or (not self.suffixes and before not in parts):
                break
        else:
            return [(ids, config)]
        left: list[tuple[list[str], NameConfig]] = []
        for part in parts.values():
            for item_id in part:
                self.engine.configs[item_id] = trial.copy()
            if len(part) == len(ids):
                left.append((part, trial))
            elif len(part) > 1:
                left.extend(self._by_condition(part, trial) if count < ctx.extra_tests else [(part, trial)])
        return left

    def _by_suffix(self, ids: list[str]) -> None:
        base = NameConfig()
        for index, item_id in enumerate(sorted(ids, key=self.rank.__getitem__)):
            config = self.engine.configs.get(item_id, base)
            self.engine.configs[item_id] = NameConfig(config.names, config.givens, config.extra, index)


def _at(values: list[int], index: int) -> int:
    return values[index] if index < len(values) else 0


def _kept(kept: NameConfig, trial: NameConfig, nameset: int, index: int) -> NameConfig:
    """What was kept so far, the number of names now shown, and the one given name now expanded."""
    config = kept.copy()
    _grow(config.names, nameset, trial.names[nameset])
    if index >= 0:
        _grow_given(config.givens, nameset, index, trial.givens[nameset][index])
    return config


def _grow(values: list[int], index: int, value: int) -> None:
    while len(values) <= index:
        values.append(0)
    values[index] = max(values[index], value)


def _grow_given(givens: list[list[int]], nameset: int, index: int, level: int) -> None:
    while len(givens) <= nameset:
        givens.append([])
    _grow(givens[nameset], index, level)
